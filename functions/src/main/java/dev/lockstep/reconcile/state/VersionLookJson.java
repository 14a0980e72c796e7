package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;

/** The comparison of api-versions, as JSON. */
final class VersionLookJson {
  private VersionLookJson() {}

  static ObjectNode encode(VersionLook look) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    look.at().ifPresent(at -> json.put("at", Stamps.text(at)));
    look.failingSince().ifPresent(at -> json.put("failingSince", Stamps.text(at)));
    json.put("ours", look.ours()).put("newest", look.newest()).put("problem", look.problem());
    ArrayNode lost = json.putArray("lost");
    look.lost().forEach(lost::add);
    return json;
  }

  static VersionLook decode(JsonNode json) {
    TreeSet<String> lost = new TreeSet<>();
    json.path("lost").forEach(path -> lost.add(path.asText()));
    return new VersionLook(
        Fields.optionalInstant(json, "at"),
        Fields.optionalInstant(json, "failingSince"),
        json.path("ours").asText(""),
        json.path("newest").asText(""),
        lost,
        json.path("problem").asText(""));
  }
}
