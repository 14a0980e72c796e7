package dev.lockstep.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Reads references between elements of one gateway. All of them live inside it, so that the last
 * segment of the id is enough, whatever the case of the rest.
 */
public final class Reference {
  private Reference() {}

  /** The element that a property refers to; empty when it refers to none. */
  public static Optional<ElementKey> of(JsonNode properties, String property, String collection) {
    String name = name(properties, property);
    return name.isEmpty() ? Optional.empty() : Optional.of(new ElementKey(collection, name));
  }

  /** The name of the element that a property refers to; empty text when it refers to none. */
  public static String name(JsonNode properties, String property) {
    JsonNode id = properties.path(property).path("id");
    String text = id.isTextual() ? id.asText() : "";
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
