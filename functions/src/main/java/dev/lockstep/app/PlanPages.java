package dev.lockstep.app;

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
import java.util.SortedMap;
import java.util.function.Function;

/**
 * What {@code resync} answers.
 *
 * <pre>
 * outcome of a reviewed plan                | status
 * ------------------------------------------+-------
 * Applying, Waiting, Conflict (goes on)     | 202
 * Converged, Blocked (the rest is done)     | 200
 * Planned, RolledBack                       | 409
 * Failed                                    | 502
 * another run has the target                | 503, call again
 * the plan is another one by now            | 409, with that plan
 * </pre>
 *
 * @param asData a plan as data
 * @param asText a plan for people
 * @param asMarkdown a plan for a pull request
 */
record PlanPages(
    Function<Plan, ObjectNode> asData,
    Function<Plan, String> asText,
    Function<Plan, String> asMarkdown) {
  private static final Duration SHORTLY = Duration.ofSeconds(10);

  /** A plan that was asked for. */
  Reply plan(HttpCall call, TargetId target, Plan plan) {
    if (!wantsText(call)) {
      return Reply.json(200, data(target, plan));
    }
    String path = "/api/resync/" + target + "?apply=" + plan.hash();
    if (wantsMarkdown(call)) {
      return Reply.text(200, asMarkdown.apply(plan));
    }
    String next = plan.isEmpty() ? "" : "Carry it out: POST " + path + "\n";
    return Reply.text(200, asText.apply(plan) + next);
  }

  /** The plan that has taken the place of the one that was reviewed. */
  Reply changed(HttpCall call, TargetId target, Plan plan) {
    String message = "The world has changed since the review. Nothing was written.";
    if (wantsText(call)) {
      return Reply.text(
          409, message + " This is the plan now:\n\n" + plan(call, target, plan).body());
    }
    return Reply.json(409, data(target, plan).put("error", "planChanged").put("message", message));
  }

  private ObjectNode data(TargetId target, Plan plan) {
    return asData.apply(plan).put("target", target.value());
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

  /** The changes that are held back, each with how to have it tried again. */
  Reply heldBack(TargetId target, SortedMap<PlanHash, String> changes) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("target", target.value());
    return Reply.json(200, heldBack(body, target, changes));
  }

  /** Nothing of that hash is held back. */
  Reply notHeldBack(TargetId target, PlanHash change, SortedMap<PlanHash, String> changes) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("target", target.value());
    body.put("error", "notHeldBack")
        .put("message", "No change " + change + " is held back. Nothing was done.");
    return Reply.json(409, heldBack(body, target, changes));
  }

  private static ObjectNode heldBack(
      ObjectNode body, TargetId target, SortedMap<PlanHash, String> changes) {
    ArrayNode list = body.putArray("heldBack");
    changes.forEach(
        (hash, reason) ->
            list.addObject()
                .put("hash", hash.value())
                .put("reason", reason)
                .put("retry", "POST /api/resync/" + target + "?retry=" + hash));
    return body;
  }

  /** What was asked for needs another key. */
  Reply needsAdmin(String path) {
    return Reply.problems(
        403,
        "adminKeyNeeded",
        List.of(
            new InputProblem(
                "",
                "this takes away or hands over, which a function key may not",
                "call POST "
                    + path
                    + " with the admin key, or sign in with the role "
                    + Callers.ROLE)));
  }

  /** Nobody could look now. */
  Reply busy(TargetId target, String why) {
    return Reply.problems(
            503, "busy", List.of(new InputProblem(target.value(), why, "call again shortly")))
        .retryAfter(SHORTLY);
  }

  /** What the target remembers cannot be read, so that nothing may be planned. */
  Reply unreadableState(String why) {
    return Reply.problems(
        500,
        "stateUnreadable",
        List.of(
            new InputProblem(
                "lockstep-state",
                why,
                "deploy the version that wrote it; if it was damaged, delete the target's blob")));
  }

  /** How carrying out a reviewed plan went. */
  Reply outcome(TargetId target, PlanHash reviewed, Outcome outcome, String who) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return outcome(
        body.put("target", target.value()).put("hash", reviewed.value()).put("who", who), outcome);
  }

  /** How another wish of a person went. */
  Reply outcome(TargetId target, Outcome outcome, String who) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return outcome(body.put("target", target.value()).put("who", who), outcome);
  }

  private static Reply outcome(ObjectNode body, Outcome outcome) {
    body.put("outcome", outcome.name()).put("why", outcome.why());
    if (outcome instanceof Outcome.Failed failed) {
      body.put("remedy", failed.remedy());
    } else if (outcome instanceof Outcome.Blocked blocked) {
      ArrayNode list = body.putArray("blocked");
      blocked.reasons().forEach(reason -> list.add(data(reason)));
    }
    return Reply.json(status(outcome), body);
  }

  private static int status(Outcome outcome) {
    if (outcome instanceof Outcome.Applying
        || outcome instanceof Outcome.Waiting
        || outcome instanceof Outcome.Conflict) {
      return 202;
    }
    if (outcome instanceof Outcome.Converged || outcome instanceof Outcome.Blocked) {
      return 200;
    }
    return outcome instanceof Outcome.Failed ? 502 : 409;
  }

  private static ObjectNode data(Blocked blocked) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("code", blocked.code().wireName()).put("binding", blocked.binding());
    blocked.host().ifPresent(host -> json.put("host", host.value()));
    return json.put("reason", blocked.reason()).put("remedy", blocked.remedy());
  }

  private static boolean wantsText(HttpCall call) {
    String accept = call.header("Accept").orElse("").toLowerCase(Locale.ROOT);
    return wantsMarkdown(call) || (accept.contains("text/plain") && !accept.contains("json"));
  }

  private static boolean wantsMarkdown(HttpCall call) {
    return call.header("Accept").orElse("").toLowerCase(Locale.ROOT).contains("text/markdown");
  }
}
