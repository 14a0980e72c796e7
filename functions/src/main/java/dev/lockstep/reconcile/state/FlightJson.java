package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.InFlight.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** The flight as JSON. An operation is told from an intent by its next look. */
final class FlightJson {
  private FlightJson() {}

  static ObjectNode encode(Flight flight) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    flight.inFlight().ifPresent(change -> json.set("inFlight", inFlight(change)));
    flight
        .refused()
        .ifPresent(
            refused ->
                json.putObject("refused")
                    .put("fingerprint", refused.fingerprint())
                    .put("reason", refused.reason())
                    .put("remedy", refused.remedy())
                    .put("times", refused.times())
                    .put("last", refused.last()));
    ArrayNode landed = json.putArray("landed");
    flight
        .landed()
        .forEach(
            change -> {
              ObjectNode one = landed.addObject();
              one.put("fingerprint", change.fingerprint())
                  .put("at", Stamps.text(change.at()))
                  .put("sent", Stamps.text(change.sent()));
              change.etagBefore().ifPresent(etag -> one.put("etagBefore", etag));
            });
    return json;
  }

  static Flight decode(JsonNode json) {
    List<Landed> landed = new ArrayList<>();
    for (JsonNode change : json.path("landed")) {
      Instant at = Fields.instant(change, "at");
      landed.add(
          new Landed(
              Fields.text(change, "fingerprint"),
              at,
              Fields.optionalInstant(change, "sent").orElse(at),
              Fields.optionalText(change, "etagBefore")));
    }
    return new Flight(
        Fields.object(json, "inFlight").map(FlightJson::inFlight),
        Fields.object(json, "refused").map(FlightJson::refused),
        landed);
  }

  private static ObjectNode inFlight(InFlight change) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("plan", change.plan().value()).put("fingerprint", change.fingerprint().name());
    ArrayNode parts = json.putArray("parts");
    change.fingerprint().parts().forEach(parts::add);
    change.etagBefore().ifPresent(etag -> json.put("etagBefore", etag));
    json.put("at", Stamps.text(change.at()));
    if (change instanceof Operation operation) {
      operation.url().ifPresent(url -> json.put("url", url));
      json.put("nextLook", Stamps.text(operation.nextLook())).put("looks", operation.looks());
    }
    return json;
  }

  private static InFlight inFlight(JsonNode json) {
    Intent intent =
        new Intent(
            new PlanHash(Fields.text(json, "plan")),
            fingerprint(json),
            Fields.optionalText(json, "etagBefore"),
            Fields.instant(json, "at"));
    return Fields.optionalInstant(json, "nextLook")
        .<InFlight>map(
            nextLook ->
                new Operation(
                    intent.plan(),
                    intent.fingerprint(),
                    intent.etagBefore(),
                    intent.at(),
                    Fields.optionalText(json, "url"),
                    nextLook,
                    json.path("looks").asInt()))
        .orElse(intent);
  }

  private static Fingerprint fingerprint(JsonNode json) {
    TreeSet<String> parts = new TreeSet<>();
    json.path("parts").forEach(part -> parts.add(part.asText()));
    return new Fingerprint(Fields.text(json, "fingerprint"), parts);
  }

  private static Refused refused(JsonNode json) {
    return new Refused(
        Fields.text(json, "fingerprint"),
        Fields.text(json, "reason"),
        Fields.text(json, "remedy"),
        json.path("times").asInt(),
        json.path("last").asBoolean());
  }
}
