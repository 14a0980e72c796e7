package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Properties that a type has only since some api-version: an older GET does not show them, and an
 * older PUT cannot say them.
 *
 * @param entries where they are and since when
 */
public record NewerProperties(List<Entry> entries) {
  /**
   * One property.
   *
   * @param since first api-version that knows it, {@code yyyy-MM-dd}
   * @param path field names from the top, {@code *} for every element of an array
   */
  public record Entry(String since, List<String> path) {
    /** A property by a path with slashes. */
    public static Entry of(String since, String path) {
      return new Entry(since, List.of(path.split("/", -1)));
    }
  }

  public NewerProperties {
    entries = List.copyOf(entries);
  }

  /** Removes what a version does not know. */
  public void hide(ObjectNode document, String apiVersion) {
    for (Entry entry : unknown(apiVersion)) {
      holders(document, entry.path()).forEach(holder -> holder.remove(last(entry.path())));
    }
  }

  /** Puts back what a version could not say, from the elements of the same name. */
  public void restore(ObjectNode written, ObjectNode before, String apiVersion) {
    for (Entry entry : unknown(apiVersion)) {
      restore(written, before, entry.path());
    }
  }

  private List<Entry> unknown(String apiVersion) {
    return entries.stream()
        .filter(entry -> !ApiVersions.atLeast(apiVersion, entry.since()))
        .toList();
  }

  private static void restore(JsonNode written, JsonNode before, List<String> path) {
    List<String> rest = path.subList(1, path.size());
    if (path.get(0).equals("*")) {
      written.forEach(one -> named(before, one).ifPresent(old -> restore(one, old, rest)));
    } else if (!rest.isEmpty()) {
      restore(written.path(path.get(0)), before.path(path.get(0)), rest);
    } else if (written instanceof ObjectNode holder && before.has(path.get(0))) {
      holder.set(path.get(0), before.get(path.get(0)));
    }
  }

  private static Optional<JsonNode> named(JsonNode elements, JsonNode like) {
    for (JsonNode element : elements) {
      if (element.path("name").asText("").equalsIgnoreCase(like.path("name").asText(""))) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  /** The objects in which the last part of a path stands. */
  private static List<ObjectNode> holders(JsonNode node, List<String> path) {
    if (path.size() == 1) {
      return node instanceof ObjectNode holder ? List.of(holder) : List.of();
    }
    List<String> rest = path.subList(1, path.size());
    if (!path.get(0).equals("*")) {
      return holders(node.path(path.get(0)), rest);
    }
    List<ObjectNode> found = new ArrayList<>();
    node.forEach(element -> found.addAll(holders(element, rest)));
    return found;
  }

  private static String last(List<String> path) {
    return path.get(path.size() - 1);
  }
}
