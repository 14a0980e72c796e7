package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.reconcile.state.Aftercare.Watch;
import dev.lockstep.reconcile.state.HeldBack.Held;
import java.util.TreeMap;
import java.util.TreeSet;

/** The aftercare as JSON. What is absent is nothing: states of before have none of it. */
final class AftercareJson {
  private AftercareJson() {}

  static ObjectNode encode(Aftercare aftercare) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    aftercare.sent().ifPresent(sent -> json.set("sent", sent(sent)));
    aftercare.reversal().ifPresent(reversal -> json.set("reversal", reversal(reversal)));
    aftercare
        .watch()
        .ifPresent(
            watch ->
                json.putObject("watch")
                    .put("until", Stamps.text(watch.until()))
                    .set("trial", TrialJson.encode(watch.trial())));
    HealthSeen seen = aftercare.seen();
    ObjectNode health = json.putObject("health");
    seen.asked().ifPresent(at -> health.put("asked", Stamps.text(at)));
    seen.at().ifPresent(at -> health.put("at", Stamps.text(at)));
    ArrayNode healthy = health.putArray("healthy");
    seen.healthy().forEach(healthy::add);
    // The name that states written before have.
    json.set("quarantine", heldBack(aftercare.heldBack()));
    json.set("contest", ContestJson.encode(aftercare.contest()));
    json.set("nudges", NudgesJson.encode(aftercare.nudges()));
    return json;
  }

  static Aftercare decode(JsonNode json) {
    TreeSet<String> healthy = new TreeSet<>();
    json.path("health").path("healthy").forEach(pair -> healthy.add(pair.asText()));
    return new Aftercare(
        Fields.object(json, "sent").map(AftercareJson::sent),
        Fields.object(json, "reversal").map(AftercareJson::reversal),
        Fields.object(json, "watch")
            .map(
                watch ->
                    new Watch(
                        TrialJson.decode(watch.path("trial")), Fields.instant(watch, "until"))),
        new HealthSeen(
            Fields.optionalInstant(json.path("health"), "asked"),
            Fields.optionalInstant(json.path("health"), "at"),
            healthy),
        heldBack(json.path("quarantine")),
        ContestJson.decode(json.path("contest")),
        NudgesJson.decode(json.path("nudges")));
  }

  private static ObjectNode sent(Sent sent) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", sent.kind().name()).put("fingerprint", sent.fingerprint());
    json.put("why", sent.why()).set("trial", TrialJson.encode(sent.trial()));
    ObjectNode parts = json.putObject("parts");
    sent.parts().forEach(parts::put);
    return json;
  }

  private static Sent sent(JsonNode json) {
    TreeMap<String, String> parts = new TreeMap<>();
    json.path("parts").properties().forEach(e -> parts.put(e.getKey(), e.getValue().asText()));
    return new Sent(
        Sent.Kind.valueOf(Fields.text(json, "kind")),
        Fields.text(json, "fingerprint"),
        Fields.text(json, "why"),
        TrialJson.decode(json.path("trial")),
        parts);
  }

  private static ObjectNode reversal(Reversal reversal) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("kind", reversal.kind().name()).put("why", reversal.why());
    json.put("remedy", reversal.remedy()).put("tries", reversal.tries());
    ArrayNode hosts = json.putArray("hosts");
    reversal.hosts().forEach(host -> hosts.add(host.value()));
    json.set("snapshot", SnapshotJson.encode(reversal.snapshot()));
    return json;
  }

  private static Reversal reversal(JsonNode json) {
    TreeSet<HostName> hosts = new TreeSet<>();
    json.path("hosts").forEach(host -> hosts.add(new HostName(host.asText())));
    return new Reversal(
        Sent.Kind.valueOf(Fields.text(json, "kind")),
        SnapshotJson.decode(json.path("snapshot")),
        hosts,
        Fields.text(json, "why"),
        Fields.text(json, "remedy"),
        json.path("tries").asInt());
  }

  private static ObjectNode heldBack(HeldBack heldBack) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    heldBack
        .hosts()
        .forEach(
            (host, held) ->
                json.putObject(host.value())
                    .put("code", held.code().name())
                    .put("desired", held.desired())
                    .put("reason", held.reason())
                    .put("at", Stamps.text(held.at())));
    return json;
  }

  private static HeldBack heldBack(JsonNode json) {
    TreeMap<HostName, Held> hosts = new TreeMap<>();
    json.properties()
        .forEach(
            entry -> {
              JsonNode held = entry.getValue();
              hosts.put(
                  new HostName(entry.getKey()),
                  new Held(
                      BlockCode.valueOf(Fields.text(held, "code")),
                      Fields.text(held, "desired"),
                      Fields.text(held, "reason"),
                      Fields.instant(held, "at")));
            });
    return new HeldBack(hosts);
  }
}
