package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.reconcile.state.IfMatch.Support;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What is known of If-Match as JSON. */
final class IfMatchJson {
  private IfMatchJson() {}

  static ObjectNode encode(IfMatch ifMatch) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("support", ifMatch.support().name().toLowerCase(Locale.ROOT));
    ifMatch.learnedAt().ifPresent(at -> json.put("learnedAt", Stamps.text(at)));
    ArrayNode sightings = json.putArray("sightings");
    ifMatch
        .sightings()
        .forEach((etag, at) -> sightings.addObject().put("etag", etag).put("at", Stamps.text(at)));
    return json;
  }

  static IfMatch decode(JsonNode json) {
    Map<String, Instant> sightings = new LinkedHashMap<>();
    for (JsonNode sighting : json.path("sightings")) {
      sightings.put(Fields.text(sighting, "etag"), Fields.instant(sighting, "at"));
    }
    return new IfMatch(
        Fields.optionalText(json, "support")
            .map(text -> Support.valueOf(text.toUpperCase(Locale.ROOT)))
            .orElse(Support.UNKNOWN),
        Fields.optionalInstant(json, "learnedAt"),
        sightings);
  }
}
