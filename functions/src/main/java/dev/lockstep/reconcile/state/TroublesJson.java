package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.Troubles.Conflict;
import java.time.Instant;
import java.util.TreeMap;

/** Lasting troubles as JSON. */
final class TroublesJson {
  private TroublesJson() {}

  static ObjectNode encode(Troubles troubles) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode told = json.putObject("told");
    troubles.told().forEach((name, at) -> told.put(name, at.toString()));
    troubles
        .conflict()
        .ifPresent(
            conflict ->
                json.putObject("conflict")
                    .put("with", conflict.with())
                    .put("times", conflict.times())
                    .put("since", conflict.since().toString())
                    .put("last", conflict.last().toString()));
    return json;
  }

  static Troubles decode(JsonNode json) {
    TreeMap<String, Instant> told = new TreeMap<>();
    json.path("told")
        .properties()
        .forEach(entry -> told.put(entry.getKey(), Instant.parse(entry.getValue().asText())));
    return new Troubles(
        told,
        Fields.object(json, "conflict")
            .map(
                conflict ->
                    new Conflict(
                        Fields.text(conflict, "with"),
                        conflict.path("times").asInt(),
                        Fields.instant(conflict, "since"),
                        Fields.instant(conflict, "last"))));
  }
}
