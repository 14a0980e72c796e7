package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What real documents have that nobody would write: the last touch on a written one. */
final class Oddities {
  private Oddities() {}

  static void apply(ObjectNode root, GatewayShape shape) {
    if (shape.has(Feature.READ_ONLY_PARTS)) {
      readOnlyParts((ObjectNode) root.get("properties"));
    }
    if (shape.has(Feature.ODD_CASE)) {
      oddCase(root, new int[1]);
    }
    if (shape.has(Feature.UNKNOWN_PROPERTIES)) {
      unknown(root, 0);
    }
  }

  private static void readOnlyParts(ObjectNode properties) {
    Map<ElementKey, ObjectNode> listeners = new HashMap<>();
    for (String collection : GatewayWriter.COLLECTIONS) {
      for (JsonNode node : properties.path(collection)) {
        ObjectNode element = (ObjectNode) node;
        element.put("etag", "W/\"0f1e2d3c\"");
        element.put("type", "Microsoft.Network/applicationGateways/" + collection);
        ((ObjectNode) element.get("properties")).put("provisioningState", "Succeeded");
        listeners.put(new ElementKey(collection, element.path("name").asText()), element);
      }
    }
    for (JsonNode rule : properties.path("requestRoutingRules")) {
      String id = rule.path("properties").path("httpListener").path("id").asText();
      String name = id.substring(id.lastIndexOf('/') + 1);
      ObjectNode listener = listeners.get(new ElementKey("httpListeners", name));
      ((ObjectNode) listener.get("properties"))
          .withArray("requestRoutingRules")
          .addObject()
          .put("id", rule.path("id").asText());
    }
  }

  /** Every second reference is written in another case than the id that it names. */
  private static void oddCase(JsonNode node, int[] counter) {
    if (node instanceof ObjectNode object) {
      if (object.size() == 1 && object.path("id").isTextual()) {
        String id = object.path("id").asText();
        switch (counter[0]++ % 4) {
          case 1 -> object.put("id", id.replace("resourceGroups", "resourcegroups"));
          case 3 -> object.put("id", upperTail(id));
          default -> {}
        }
      }
      object.forEach(child -> oddCase(child, counter));
    } else if (node instanceof ArrayNode array) {
      array.forEach(child -> oddCase(child, counter));
    }
  }

  private static String upperTail(String id) {
    int provider = id.indexOf("/providers/") + "/providers/".length();
    return id.substring(0, provider) + id.substring(provider).toUpperCase(Locale.ROOT);
  }

  private static void unknown(JsonNode node, int depth) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    children.forEach(child -> unknown(child, depth + 1));
    if (node instanceof ObjectNode object) {
      if (object.has("id") || depth == 1) {
        object
            .putObject("xFuture" + depth)
            .put("since", "2031-01-01")
            .putArray("values")
            .add(depth);
      } else if (object.size() > 2) {
        object.put("xFuture" + depth, true);
      }
    }
  }
}
