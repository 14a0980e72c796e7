package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.signal.MessageCodec;
import java.time.Instant;
import java.util.Locale;

/** One run as a document: cause, plan, outcome, timings, requests. */
final class JournalEntry {
  private static final int VERSION = 1;

  private JournalEntry() {}

  static ObjectNode of(Session session, Outcome outcome) {
    ObjectNode entry = entry(session.target().value(), session.lock().acquiredAt());
    entry.put("run", session.state().runs());
    entry.set("trigger", trigger(session.trigger()));
    entry.set("outcome", outcome(outcome));
    RunRecord record = session.record();
    ArrayNode notes = entry.putArray("notes");
    record.notes().forEach(notes::add);
    record.errand().ifPresent(kind -> entry.put("errand", kind.name().toLowerCase(Locale.ROOT)));
    ArrayNode findings = entry.putArray("findings");
    for (Finding finding : record.findings()) {
      findings
          .addObject()
          .put("code", finding.code().wireName())
          .put("message", finding.message())
          .put("remedy", finding.remedy());
    }
    record.health().ifPresent(health -> entry.set("health", health));
    session.agenda().wake().ifPresent(wake -> entry.put("nextLook", wake.dueAt().toString()));
    ObjectNode timings = entry.putObject("timingsMs");
    record.timings().forEach((step, took) -> timings.put(step, took.toMillis()));
    timings.put("total", record.soFar().toMillis());
    entry
        .putObject("arm")
        .put("reads", session.counts().reads())
        .put("writes", session.counts().writes());
    return entry;
  }

  static ObjectNode ofUnreadable(String target, Instant at, Trigger trigger, Outcome outcome) {
    ObjectNode entry = entry(target, at);
    entry.set("trigger", trigger(trigger));
    entry.set("outcome", outcome(outcome));
    return entry;
  }

  static ObjectNode ofPoison(String target, Instant at, String text, String why) {
    ObjectNode entry = entry(target, at);
    entry.put("poison", text);
    entry.putObject("outcome").put("name", "Failed").put("why", why);
    return entry;
  }

  private static ObjectNode entry(String target, Instant at) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("v", VERSION)
        .put("target", target)
        .put("at", at.toString());
  }

  private static ObjectNode trigger(Trigger trigger) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", trigger.name());
    trigger.cause().ifPresent(cause -> json.set("cause", MessageCodec.encode(cause)));
    trigger.reviewed().ifPresent(hash -> json.put("reviewed", hash.value()));
    if (!trigger.who().isEmpty()) {
      json.put("who", trigger.who());
    }
    trigger
        .order()
        .ifPresent(
            order -> {
              order.host().ifPresent(host -> json.put("host", host.value()));
              order.binding().ifPresent(binding -> json.put("binding", binding));
            });
    return json;
  }

  private static ObjectNode outcome(Outcome outcome) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", outcome.name()).put("why", outcome.why());
    if (outcome instanceof Outcome.Failed failed) {
      json.put("remedy", failed.remedy());
    }
    return json;
  }
}
