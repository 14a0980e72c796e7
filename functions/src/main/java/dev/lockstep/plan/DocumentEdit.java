package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** Every named element of the document as it is now. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (Map.Entry<String, JsonNode> collection : body.path("properties").properties()) {
      for (JsonNode node : collection.getValue()) {
        if (node instanceof ObjectNode object && object.path("name").isTextual()) {
          ElementKey key = new ElementKey(collection.getKey(), object.path("name").asText());
          elements.add(new Element(key, object));
        }
      }
    }
    return elements;
  }

  /** The document as it is now; the caller's own from here on. */
  ObjectNode body() {
    return body;
  }

  private ArrayNode collection(ElementKey key) {
    ObjectNode properties = body.withObjectProperty("properties");
    return standing(key) instanceof ArrayNode array ? array : properties.putArray(key.collection());
  }

  private JsonNode standing(ElementKey key) {
    return body.path("properties").path(key.collection());
  }
}
