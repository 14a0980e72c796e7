package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Small looks into a body. Azure writes "nothing" in three ways: the property is absent, {@code
 * null}, or empty; here they are one.
 */
final class Body {
  private Body() {}

  /** A text property; empty when absent, null, blank or not a text. */
  static Optional<String> text(JsonNode node, String property) {
    JsonNode value = node.path(property);
    return value.isTextual() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  /**
   * The objects of a list property.
   *
   * @throws MalformedBody when the property is there and is not a list of objects
   */
  static List<JsonNode> objects(JsonNode node, String property) {
    List<JsonNode> objects = new ArrayList<>();
    for (JsonNode item : list(node, property)) {
      if (!item.isObject()) {
        throw new MalformedBody(property + " holds something that is not an object");
      }
      objects.add(item);
    }
    return objects;
  }

  /**
   * The texts of a list property.
   *
   * @throws MalformedBody when the property is there and is not a list of texts
   */
  static List<String> texts(JsonNode node, String property) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : list(node, property)) {
      if (!item.isTextual()) {
        throw new MalformedBody(property + " holds something that is not a text");
      }
      texts.add(item.asText());
    }
    return texts;
  }

  /** The text values of an object property, such as {@code metadata}. */
  static Map<String, String> map(JsonNode node, String property) {
    Map<String, String> map = new LinkedHashMap<>();
    node.path(property)
        .properties()
        .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText("")));
    return map;
  }

  /**
   * The body's own id.
   *
   * @throws MalformedBody when there is none
   */
  static ResourceId id(JsonNode body) {
    return text(body, "id")
        .flatMap(ResourceId::tryParse)
        .orElseThrow(() -> new MalformedBody("the body has no resource id"));
  }

  private static JsonNode list(JsonNode node, String property) {
    JsonNode value = node.path(property);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw new MalformedBody(property + " is not a list");
    }
    return value;
  }
}
