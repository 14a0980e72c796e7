package dev.lockstep.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SortedSet;
import java.util.TreeSet;

/** Documents of the reference folder, and how answers are compared with them. */
public final class Reference {
  private Reference() {}

  /** A whole file. */
  public static JsonNode file(String name) {
    try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name)) {
      return Json.parse(in.readAllBytes());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Body of a recorded answer. */
  public static ObjectNode recorded(String name) {
    return (ObjectNode) file(name).path("response").path("body");
  }

  /** An error answer by its name in errors.json. */
  public static ObjectNode error(String name) {
    JsonNode entry = file("errors.json").path(name);
    return (ObjectNode) (entry.has("body") ? entry.path("body") : entry);
  }

  /**
   * Names and kinds of all fields at every depth, without values; arrays count by their elements.
   */
  public static SortedSet<String> shape(JsonNode node) {
    SortedSet<String> shape = new TreeSet<>();
    collect(node, "", shape);
    return shape;
  }

  private static void collect(JsonNode node, String path, SortedSet<String> shape) {
    if (node.isObject()) {
      node.properties()
          .forEach(field -> collect(field.getValue(), path + "/" + field.getKey(), shape));
    } else if (node.isArray()) {
      shape.add(path + " array");
      node.forEach(element -> collect(element, path + "/*", shape));
    } else {
      shape.add(path + " " + node.getNodeType());
    }
  }
}
