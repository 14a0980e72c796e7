package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.reconcile.state.Trial.Pair;
import java.time.Duration;
import java.util.TreeMap;

/** A trial as JSON. */
final class TrialJson {
  private TrialJson() {}

  static ObjectNode encode(Trial trial) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("snapshot", SnapshotJson.encode(trial.snapshot()));
    ObjectNode desired = json.putObject("desired");
    trial.desired().forEach((host, hash) -> desired.put(host.value(), hash));
    ObjectNode pairs = json.putObject("pairs");
    trial
        .pairs()
        .forEach(
            (name, pair) -> {
              ObjectNode of = pairs.putObject(name);
              of.put("host", pair.host().value()).put("healthyBefore", pair.healthyBefore());
              pair.unhealthySince().ifPresent(at -> of.put("unhealthySince", Stamps.text(at)));
            });
    return json.put("patience", trial.patience().toString());
  }

  static Trial decode(JsonNode json) {
    TreeMap<HostName, String> desired = new TreeMap<>();
    json.path("desired")
        .properties()
        .forEach(e -> desired.put(new HostName(e.getKey()), e.getValue().asText()));
    TreeMap<String, Pair> pairs = new TreeMap<>();
    json.path("pairs").properties().forEach(e -> pairs.put(e.getKey(), pair(e.getValue())));
    return new Trial(
        SnapshotJson.decode(json.path("snapshot")),
        desired,
        pairs,
        Duration.parse(Fields.text(json, "patience")));
  }

  private static Pair pair(JsonNode json) {
    return new Pair(
        new HostName(Fields.text(json, "host")),
        json.path("healthyBefore").asBoolean(),
        Fields.optionalInstant(json, "unhealthySince"));
  }
}
