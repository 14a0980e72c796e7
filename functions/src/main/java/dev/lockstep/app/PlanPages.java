package dev.lockstep.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What {@code resync} answers.
 *
 * <pre>
 * outcome of a reviewed plan                | status
 * ------------------------------------------+-------
 * Applying, Waiting                         | 202
 * Converged, Blocked (the rest is done)     | 200
 * Conflict, Planned, RolledBack             | 409
 * Failed                                    | 502
 * another run has the target                | 503, call again
 * the plan is another one by now            | 409, with that plan
 * </pre>
 *
 * @param asData a plan as data
 * @param asText a plan for people
 */
record PlanPages(Function<Plan, JsonNode> asData, Function<Plan, String> asText) {
  private static final Duration SHORTLY = Duration.ofSeconds(10);

  /** A plan: asked for (200), or instead of the one that was reviewed (409). */
  Reply plan(int status, HttpCall call, TargetId target, Plan plan) {
    String changed =
        status == 409 ? "The world has changed since the review. Nothing was written." : "";
    if (wantsText(call)) {
      String head = changed.isEmpty() ? "" : changed + " This is the plan now:\n\n";
      return Reply.text(status, head + asText.apply(plan));
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    if (!changed.isEmpty()) {
      body.put("error", "planChanged").put("message", changed);
    }
    body.put("target", target.value()).put("hash", plan.hash().value());
    body.set("plan", asData.apply(plan));
    return Reply.json(status, body);
  }

  /** Signals that were sent. */
  Reply signalled(List<Message.Signal> signals) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putArray("signals");
    signals.forEach(
        signal ->
            list.addObject()
                .put("target", signal.target().value())
                .put("cause", signal.cause().detail()));
    return Reply.json(202, body);
  }

  /** Nobody could look now. */
  Reply busy(TargetId target, String why) {
    return Reply.problems(
            503, "busy", List.of(new InputProblem(target.value(), why, "call again shortly")))
        .retryAfter(SHORTLY);
  }

  /** How carrying out a reviewed plan went. */
  Reply outcome(TargetId target, PlanHash reviewed, Outcome outcome) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("target", target.value()).put("hash", reviewed.value());
    body.put("outcome", outcome.name()).put("why", outcome.why());
    if (outcome instanceof Outcome.Failed failed) {
      body.put("remedy", failed.remedy());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      ArrayNode list = body.putArray("blocked");
      blocked.reasons().forEach(reason -> list.add(asData(reason)));
    }
    return Reply.json(status(outcome), body);
  }

  private static int status(Outcome outcome) {
    if (outcome instanceof Outcome.Applying || outcome instanceof Outcome.Waiting) {
      return 202;
    }
    if (outcome instanceof Outcome.Converged || outcome instanceof Outcome.Blocked) {
      return 200;
    }
    return outcome instanceof Outcome.Failed ? 502 : 409;
  }

  private static ObjectNode asData(Blocked blocked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", blocked.code().wireName()).put("binding", blocked.binding());
    blocked.host().ifPresent(host -> json.put("host", host.value()));
    return json.put("reason", blocked.reason()).put("remedy", blocked.remedy());
  }

  private static boolean wantsText(HttpCall call) {
    String accept = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return accept.contains("text/plain") && !accept.contains("json");
  }
}
