package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The gateway as it was read: the whole JSON, unknown properties included. Nothing here changes it;
 * whoever wants to edit takes a {@link #copy()}.
 */
public final class GatewayDocument {
  private final ObjectNode json;
  private final Optional<ResourceId> id;
  private final Map<String, List<Element>> collections = new HashMap<>();
  private final Map<ElementKey, Element> elements = new HashMap<>();

  private GatewayDocument(ObjectNode json) {
    this.json = json;
    this.id = ResourceId.tryParse(json.path("id").asText());
    for (Map.Entry<String, JsonNode> property : properties().properties()) {
      if (property.getValue().isArray()) {
        index(property.getKey(), property.getValue());
      }
    }
  }

  private void index(String collection, JsonNode items) {
    List<Element> found = new ArrayList<>();
    for (JsonNode node : items) {
      if (node instanceof ObjectNode object && object.path("name").isTextual()) {
        Element element =
            new Element(new ElementKey(collection, object.path("name").asText()), object);
        found.add(element);
        elements.putIfAbsent(element.key(), element);
      }
    }
    collections.put(collection, List.copyOf(found));
  }

  /** A document of its own copy of the JSON. */
  public static GatewayDocument of(ObjectNode json) {
    return new GatewayDocument(requireNonNull(json, "json is null").deepCopy());
  }

  /** A document of this very JSON, which nobody changes any more: for those that copy nothing. */
  public static GatewayDocument sharing(ObjectNode json) {
    return new GatewayDocument(requireNonNull(json, "json is null"));
  }

  /** The gateway's id as the document states it. */
  public ResourceId id() {
    return id.orElseGet(() -> new ResourceId(json.path("id").asText()));
  }

  /** The entity tag, quotes and {@code W/} included; empty when the answer had none. */
  public Optional<String> etag() {
    return text(json.path("etag"));
  }

  /** {@code Succeeded}, {@code Updating}, {@code Failed} …; an open set. */
  public String provisioningState() {
    return properties().path("provisioningState").asText("");
  }

  /** {@code Running}, {@code Stopped} …; an open set. */
  public String operationalState() {
    return properties().path("operationalState").asText("");
  }

  /** Whether the last change of the gateway has ended well. */
  public boolean isSettled() {
    return provisioningState().equalsIgnoreCase("Succeeded");
  }

  /** The elements of a collection in document order; empty when the collection is absent. */
  public List<Element> elements(String collection) {
    return collections.getOrDefault(collection, List.of());
  }

  /** One element by its key. */
  public Optional<Element> element(ElementKey key) {
    return Optional.ofNullable(elements.get(key));
  }

  /** The id of an element of this gateway, whether it is there yet or not. */
  public ResourceId idOf(ElementKey key) {
    return id().child(key.collection(), key.name());
  }

  /**
   * The {@code properties} object, for looks that have no method of their own. Not to be changed.
   */
  public JsonNode properties() {
    return json.path("properties");
  }

  /** The whole document, for looks that have no method of their own. Not to be changed. */
  public JsonNode json() {
    return json;
  }

  /** A copy that may be edited. */
  public ObjectNode copy() {
    return json.deepCopy();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GatewayDocument document && json.equals(document.json);
  }

  @Override
  public int hashCode() {
    return json.hashCode();
  }

  /**
   * One sub-resource of the document.
   *
   * @param key its collection and name
   * @param json the element as it stands in the document; not to be changed
   */
  public record Element(ElementKey key, ObjectNode json) {
    /** The element's {@code properties}. */
    public JsonNode properties() {
      return json.path("properties");
    }

    /**
     * The id inside a reference property such as {@code sslCertificate}; empty when there is none.
     */
    public Optional<ResourceId> reference(String property) {
      return text(properties().path(property).path("id")).flatMap(ResourceId::tryParse);
    }
  }
}
