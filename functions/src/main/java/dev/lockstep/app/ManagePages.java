package dev.lockstep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Adoption;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.Order;
import dev.lockstep.reconcile.PoisonList;
import dev.lockstep.reconcile.Proposal;
import dev.lockstep.signal.InputProblem;
import dev.lockstep.signal.Message;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code manage} answers.
 *
 * @param asData a plan as data
 * @param adoption a proposal to adopt as data
 */
record ManagePages(Function<Plan, ObjectNode> asData, Function<Adoption, ObjectNode> adoption) {

  /** What an order would do, and how it is confirmed. */
  Reply shown(TargetId target, Order order, Proposal proposal) {
    ObjectNode body = body(target, order, proposal);
    if (proposal.isEmpty()) {
      return Reply.json(200, body.put("message", "There is nothing to do."));
    }
    if (proposal instanceof Proposal.Removing removing && removing.next().isEmpty()) {
      body.put("message", "Nothing can be taken away now; confirmed, it is as soon as it can be.");
    }
    return Reply.json(200, body.put("confirm", confirmation(target, order, proposal)));
  }

  /** What the order would do now, which is not what was confirmed. */
  Reply changed(TargetId target, Order order, Proposal now) {
    String message = "The world has changed since it was shown. Nothing was done.";
    ObjectNode body = body(target, order, now).put("error", "proposalChanged");
    return Reply.json(
        409, body.put("message", message).put("confirm", confirmation(target, order, now)));
  }

  /** It is remembered. */
  Reply done(TargetId target, Order order, Proposal proposal, String who) {
    String message =
        proposal.isEmpty()
            ? "There was nothing to do."
            : "It is remembered. The next run, in a moment, goes by it.";
    return Reply.json(200, body(target, order, proposal).put("who", who).put("message", message));
  }

  /** The gateway cannot be read. */
  Reply unread(String reason, String remedy) {
    return Reply.problems(
        502, "gatewayUnreadable", List.of(new InputProblem("gateway", reason, remedy)));
  }

  /** The messages that were given up. */
  Reply poison(Optional<TargetId> target, PoisonList list, Optional<String> error) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    error.ifPresent(
        name ->
            body.put("error", name)
                .put("message", "Other messages are kept by now. Nothing was sent."));
    body.put("hash", list.hash().value());
    ArrayNode messages = body.putArray("messages");
    for (PoisonList.Kept kept : list.messages()) {
      ObjectNode entry = messages.addObject().put("name", kept.name());
      kept.target().ifPresent(of -> entry.put("target", of.value()));
      entry
          .put("at", kept.at().toString())
          .put("why", kept.why())
          .put("replayable", kept.target().isPresent());
    }
    if (!list.replayable().isEmpty()) {
      String path = target.map(of -> "/" + of).orElse("");
      body.put("confirm", "POST /api/manage" + path + "?replay=poison&confirm=" + list.hash());
    }
    return Reply.json(error.isPresent() ? 409 : 200, body);
  }

  /** The signals that took the messages' place. */
  Reply replayed(List<Message.Signal> signals, String who) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("who", who);
    ArrayNode list = body.putArray("signals");
    signals.forEach(signal -> list.addObject().put("target", signal.target().value()));
    return Reply.json(202, body);
  }

  private ObjectNode body(TargetId target, Order order, Proposal proposal) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("target", target.value()).put("verb", order.verb().word());
    order.host().ifPresent(host -> body.put("host", host.value()));
    order.binding().ifPresent(binding -> body.put("binding", binding));
    body.put("hash", proposal.hash().value());
    if (proposal instanceof Proposal.Adopting adopting) {
      body.setAll(adoption.apply(adopting.adoption()));
    } else {
      if (proposal instanceof Proposal.Releasing releasing) {
        ArrayNode released = body.putArray("released");
        releasing.releases().released().forEach(key -> released.add(key.toString()));
      }
      body.set("next", asData.apply(proposal.next()));
    }
    return body;
  }

  private static String confirmation(TargetId target, Order order, Proposal proposal) {
    return "POST /api/manage/"
        + target
        + "?"
        + order.verb().word()
        + order.host().map(host -> "&host=" + encoded(host.value())).orElse("")
        + order.binding().map(binding -> "&binding=" + encoded(binding)).orElse("")
        + "&confirm="
        + proposal.hash();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
