package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole document in the making: elements are changed in place, appended, or taken out. What is
 * not touched is not copied: the result shares it with the document that was read.
 */
final class DocumentEdit {
  private final GatewayDocument before;
  private final Map<String, CollectionEdit> touched = new LinkedHashMap<>();

  DocumentEdit(GatewayDocument before) {
    this.before = before;
  }

  /** The element as it stands in the edited document. Not to be changed. */
  Optional<JsonNode> look(ElementKey key) {
    return collection(key).look(key.name());
  }

  /** The element as it stands in the edited document, to be changed in place. */
  Optional<ObjectNode> find(ElementKey key) {
    return collection(key).find(key.name());
  }

  /** A new element at the end of its collection. */
  void append(ElementKey key, ObjectNode properties) {
    ObjectNode element = JsonNodeFactory.instance.objectNode();
    element.put("name", key.name());
    element.put("id", before.idOf(key).value());
    element.set("properties", properties);
    collection(key).append(key.name(), element);
  }

  /** Takes an element out; the others keep their order. */
  void remove(ElementKey key) {
    collection(key).remove(key.name());
  }

  /** Every named element of the document as it is now. Not to be changed. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (Map.Entry<String, JsonNode> collection : body().path("properties").properties()) {
      for (JsonNode node : collection.getValue()) {
        if (node instanceof ObjectNode object && object.path("name").isTextual()) {
          ElementKey key = new ElementKey(collection.getKey(), object.path("name").asText());
          elements.add(new Element(key, object));
        }
      }
    }
    return elements;
  }

  /** The document as it is now. What was not touched is shared: not to be changed. */
  ObjectNode body() {
    ObjectNode properties = JsonNodeFactory.instance.objectNode();
    if (before.properties() instanceof ObjectNode standing) {
      properties.setAll(standing);
    }
    touched.forEach(
        (name, collection) -> collection.changed().ifPresent(items -> properties.set(name, items)));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.setAll((ObjectNode) before.json());
    body.set("properties", properties);
    return body;
  }

  private CollectionEdit collection(ElementKey key) {
    return touched.computeIfAbsent(
        key.collection(),
        name ->
            new CollectionEdit(
                before.properties().path(name) instanceof ArrayNode items
                    ? items
                    : JsonNodeFactory.instance.arrayNode()));
  }
}
