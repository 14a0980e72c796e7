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
    JsonNode id = properties.path(property).path("id");
    if (!id.isTextual()) {
      return Optional.empty();
    }
    String text = id.asText();
    String name = text.substring(text.lastIndexOf('/') + 1);
    return name.isEmpty() ? Optional.empty() : Optional.of(new ElementKey(collection, name));
  }
}
