package dev.lockstep.azure.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Gives the fields of an event's envelope the names that the schemas write. Published examples have
 * {@code specVersion}, {@code Type} and names with a blank at the end; the library reads none of
 * them.
 */
final class CanonicalNames {
  private static final List<String> NAMES =
      List.of(
          "id",
          "data",
          "subject",
          "specversion",
          "type",
          "source",
          "time",
          "eventType",
          "eventTime",
          "topic",
          "dataVersion",
          "metadataVersion");

  private CanonicalNames() {}

  /** The event with canonical names; a field that is there under its right name wins. */
  static JsonNode of(JsonNode event) {
    if (!event.isObject()) {
      return event;
    }
    ObjectNode renamed = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> field : event.properties()) {
      String name = canonical(field.getKey());
      if (name.equals(field.getKey()) || !event.has(name)) {
        renamed.set(name, field.getValue());
      }
    }
    return renamed;
  }

  private static String canonical(String given) {
    String bare = given.strip();
    return NAMES.stream().filter(bare::equalsIgnoreCase).findFirst().orElse(given);
  }
}
