package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.Agenda.Echo;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import dev.lockstep.reconcile.state.Agenda.Wake;
import java.time.Instant;
import java.util.TreeMap;

/** The agenda as JSON. */
final class AgendaJson {
  private AgendaJson() {}

  static ObjectNode encode(Agenda agenda) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    agenda
        .wake()
        .ifPresent(
            wake ->
                json.putObject("wake")
                    .put("id", wake.id())
                    .put("dueAt", Stamps.text(wake.dueAt())));
    agenda
        .echo()
        .ifPresent(
            echo ->
                json.putObject("echo")
                    .put("since", Stamps.text(echo.since()))
                    .put("stage", echo.stage()));
    json.put("attempts", agenda.attempts());
    ObjectNode deletions = json.putObject("deletions");
    agenda.deletions().forEach((record, at) -> deletions.put(record, Stamps.text(at)));
    agenda.health().ifPresent(health -> json.set("health", health(health)));
    agenda.healthAskedAt().ifPresent(at -> json.put("healthAskedAt", Stamps.text(at)));
    agenda.covered().ifPresent(at -> json.put("covered", Stamps.text(at)));
    return json;
  }

  static Agenda decode(JsonNode json) {
    TreeMap<String, Instant> deletions = new TreeMap<>();
    json.path("deletions")
        .properties()
        .forEach(entry -> deletions.put(entry.getKey(), Instant.parse(entry.getValue().asText())));
    return new Agenda(
        Fields.object(json, "wake")
            .map(wake -> new Wake(Fields.text(wake, "id"), Fields.instant(wake, "dueAt"))),
        Fields.object(json, "echo")
            .map(echo -> new Echo(Fields.instant(echo, "since"), echo.path("stage").asInt())),
        json.path("attempts").asInt(),
        deletions,
        Fields.object(json, "health").map(AgendaJson::health),
        Fields.optionalInstant(json, "healthAskedAt"),
        Fields.optionalInstant(json, "covered"));
  }

  private static ObjectNode health(HealthRead health) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    health.location().ifPresent(location -> json.put("location", location));
    return json.put("dueAt", Stamps.text(health.dueAt()))
        .put("polls", health.polls())
        .put("why", health.why());
  }

  private static HealthRead health(JsonNode json) {
    return new HealthRead(
        Fields.optionalText(json, "location"),
        Fields.instant(json, "dueAt"),
        json.path("polls").asInt(),
        Fields.text(json, "why"));
  }
}
