package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values at the ends of an object, by their path; lists are values. */
final class Leaves {
  private Leaves() {}

  static Map<String, JsonNode> of(ObjectNode object, String path) {
    Map<String, JsonNode> leaves = new LinkedHashMap<>();
    collect(object, path, leaves);
    return leaves;
  }

  private static void collect(JsonNode node, String path, Map<String, JsonNode> leaves) {
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      object
          .properties()
          .forEach(entry -> collect(entry.getValue(), path + "." + entry.getKey(), leaves));
    } else if (!SameValue.isNothing(node) || node.isBoolean()) {
      leaves.put(path, node);
    }
  }
}
