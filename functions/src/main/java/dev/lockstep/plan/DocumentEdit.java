package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import java.util.Optional;

/** The whole document in the making: elements are changed in place, appended, or taken out. */
final class DocumentEdit {
  private final GatewayDocument before;
  private final ObjectNode body;

  DocumentEdit(GatewayDocument before) {
    this.before = before;
    this.body = before.copy();
  }

  /** The element as it stands in the edited document, to be changed in place. */
  Optional<ObjectNode> find(ElementKey key) {
    for (JsonNode node : standing(key)) {
      if (node instanceof ObjectNode element
          && key.name().equalsIgnoreCase(element.path("name").asText())) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** A new element at the end of its collection. */
  void append(ElementKey key, ObjectNode properties) {
    ObjectNode element = collection(key).addObject();
    element.put("name", key.name());
    element.put("id", before.idOf(key).value());
    element.set("properties", properties);
  }

  /** Takes an element out; the others keep their order. */
  void remove(ElementKey key) {
    if (standing(key) instanceof ArrayNode collection) {
      for (int i = collection.size() - 1; i >= 0; i--) {
        if (key.name().equalsIgnoreCase(collection.get(i).path("name").asText())) {
          collection.remove(i);
        }
      }
    }
  }

  /** The document as it is now. */
  GatewayDocument document() {
    return GatewayDocument.of(body);
  }

  private ArrayNode collection(ElementKey key) {
    ObjectNode properties = body.withObjectProperty("properties");
    return standing(key) instanceof ArrayNode array ? array : properties.putArray(key.collection());
  }

  private JsonNode standing(ElementKey key) {
    return body.path("properties").path(key.collection());
  }
}
