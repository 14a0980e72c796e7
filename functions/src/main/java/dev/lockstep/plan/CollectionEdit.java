package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One collection of the document in the making. Order and nameless items stay. */
final class CollectionEdit {
  private final List<Optional<JsonNode>> items = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();
  private boolean changed;

  CollectionEdit(ArrayNode standing) {
    standing.forEach(this::add);
  }

  /** The element as it is. Not to be changed. */
  Optional<JsonNode> look(String name) {
    return Optional.ofNullable(places.get(fold(name))).flatMap(items::get);
  }

  /** A copy that has taken the element's place, to be changed. */
  Optional<ObjectNode> find(String name) {
    Optional<Integer> place = Optional.ofNullable(places.get(fold(name)));
    return place
        .flatMap(items::get)
        .map(
            element -> {
              ObjectNode copy = (ObjectNode) element.deepCopy();
              items.set(place.get(), Optional.of(copy));
              changed = true;
              return copy;
            });
  }

  void append(String name, ObjectNode element) {
    places.put(fold(name), items.size());
    items.add(Optional.of(element));
    changed = true;
  }

  /** Takes out every element of that name. */
  void remove(String name) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).filter(item -> fold(nameOf(item)).equals(fold(name))).isPresent()) {
        items.set(i, Optional.empty());
        changed = true;
      }
    }
    places.remove(fold(name));
  }

  /** The collection as it is now; empty when it is as it was. */
  Optional<ArrayNode> changed() {
    if (!changed) {
      return Optional.empty();
    }
    ArrayNode array = JsonNodeFactory.instance.arrayNode(items.size());
    items.forEach(item -> item.ifPresent(array::add));
    return Optional.of(array);
  }

  private void add(JsonNode item) {
    if (item instanceof ObjectNode && item.path("name").isTextual()) {
      places.putIfAbsent(fold(nameOf(item)), items.size());
    }
    items.add(Optional.of(item));
  }

  private static String nameOf(JsonNode item) {
    return item.path("name").asText("");
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
