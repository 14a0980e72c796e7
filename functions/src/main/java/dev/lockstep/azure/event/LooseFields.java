package dev.lockstep.azure.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an object by name, ignoring case and blanks around the name: the documentation of
 * Key Vault events prints {@code "ObjectName "} in one sample and other cases in others.
 */
record LooseFields(JsonNode object) {
  /** A field; {@code MissingNode} when there is none. */
  JsonNode get(String name) {
    JsonNode exact = object.path(name);
    if (!exact.isMissingNode()) {
      return exact;
    }
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().strip().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return MissingNode.getInstance();
  }

  /** A field's text; empty when it is absent, blank or not a text. */
  Optional<String> text(String name) {
    return Optional.of(get(name))
        .filter(JsonNode::isTextual)
        .map(value -> value.asText().strip())
        .filter(value -> !value.isEmpty());
  }

  /** An object inside this one; without any field when it is absent. */
  LooseFields inside(String name) {
    return new LooseFields(get(name));
  }
}
