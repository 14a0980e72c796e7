package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.openapi.SpecFiles.SpecPointer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What newer api-versions add to the official files: properties and enum values, by name. */
final class NewerVersions {
  private final Map<String, JsonNode> definitions = new HashMap<>();
  private final Map<String, JsonNode> constants = new HashMap<>();

  NewerVersions(SpecFiles files) {
    for (String list : SpecFiles.NEWER) {
      files.file(list).path("definitions").properties().forEach(one -> put(definitions, one));
      files.file(list).path("constants").properties().forEach(one -> put(constants, one));
    }
  }

  /** Adds the properties that a definition lacks. */
  void extend(SpecPointer pointer, JsonNode closed, Schemas schemas) {
    JsonNode list = definitions.getOrDefault(lower(pointer.name()), Json.object());
    if (!(closed.path("properties") instanceof ObjectNode properties)) {
      return;
    }
    for (var property : list.properties()) {
      if (!properties.has(property.getKey())) {
        String type = property.getValue().path("type").asText("");
        properties.set(property.getKey(), schema(type, pointer.file(), schemas));
      }
    }
  }

  /** The values of an enum with those that newer versions add. */
  ArrayNode values(JsonNode schema) {
    ArrayNode values = schema.path("enum").deepCopy();
    String name = lower(schema.path("x-ms-enum").path("name").asText(""));
    for (JsonNode value : constants.getOrDefault(name, Json.array())) {
      if (!values.toString().contains(value.toString())) {
        values.add(value);
      }
    }
    return values;
  }

  private JsonNode schema(String type, String file, Schemas schemas) {
    if (type.startsWith("array of ")) {
      ObjectNode array = Json.object().put("type", "array");
      array.set("items", schema(type.substring("array of ".length()), file, schemas));
      return array;
    }
    if (List.of("string", "bool", "int64", "float64").contains(type)) {
      return Json.object().put("type", plain(type));
    }
    JsonNode values = constants.getOrDefault(lower(type), Json.object());
    return values.isArray()
        ? Json.object().put("type", "string").set("enum", values)
        : schemas.named(type, file);
  }

  private static String plain(String type) {
    return switch (type) {
      case "bool" -> "boolean";
      case "int64" -> "integer";
      case "float64" -> "number";
      default -> type;
    };
  }

  private static void put(Map<String, JsonNode> into, Map.Entry<String, JsonNode> entry) {
    into.put(lower(entry.getKey()), entry.getValue());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
