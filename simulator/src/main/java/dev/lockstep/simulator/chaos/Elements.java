package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The named elements of a gateway document. Keys are {@code collection/name} in lower case. */
final class Elements {
  private Elements() {}

  /** All elements by key. */
  static Map<String, JsonNode> of(JsonNode document) {
    Map<String, JsonNode> found = new TreeMap<>();
    document
        .path("properties")
        .properties()
        .forEach(
            field ->
                field
                    .getValue()
                    .forEach(
                        element -> {
                          if (element.path("name").isTextual()) {
                            found.put(key(field.getKey(), element), element);
                          }
                        }));
    return found;
  }

  /** Keys of what the app's identity introduced. */
  static Set<String> introduced(Gateway gateway) {
    Map<String, JsonNode> ours = of(gateway.document());
    ours.keySet().removeAll(of(gateway.foreignPart().orElseThrow()).keySet());
    return ours.keySet();
  }

  /** The document without some elements; an empty collection counts as none. */
  static ObjectNode without(Gateway gateway, Set<String> keys) {
    ObjectNode rest = gateway.document().deepCopy();
    ObjectNode properties = (ObjectNode) rest.path("properties");
    properties
        .properties()
        .forEach(
            field -> {
              if (field.getValue() instanceof ArrayNode elements) {
                elements.removeIf(element -> keys.contains(key(field.getKey(), element)));
              }
            });
    properties
        .properties()
        .removeIf(field -> field.getValue().isArray() && field.getValue().isEmpty());
    return rest;
  }

  /** Host names of a listener, as written. */
  static java.util.List<String> hosts(JsonNode listener) {
    java.util.List<String> hosts = new java.util.ArrayList<>();
    Optional.of(listener.path("properties").path("hostName").asText(""))
        .filter(host -> !host.isEmpty())
        .ifPresent(hosts::add);
    listener.path("properties").path("hostNames").forEach(host -> hosts.add(host.asText()));
    return hosts;
  }

  private static String key(String collection, JsonNode element) {
    return (collection + "/" + element.path("name").asText("")).toLowerCase(Locale.ROOT);
  }
}
