package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.openapi.SpecFiles.SpecPointer;
import java.util.List;
import java.util.Optional;

/**
 * JSON schemas of draft 4 made from Swagger 2 definitions. Inheritance ({@code allOf}) is laid
 * flat, so that objects can be closed: a property that neither the specification nor a newer
 * property list names is a violation. Definitions of files that are not kept here allow anything.
 */
final class Schemas {
  private static final List<String> KEPT =
      List.of(
          "type",
          "format",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems",
          "uniqueItems");

  private final SpecFiles files;
  private final NewerVersions newer;
  private final ObjectNode definitions = Json.object();

  Schemas(SpecFiles files, NewerVersions newer) {
    this.files = files;
    this.newer = newer;
  }

  /** All definitions that closed schemas refer to. */
  ObjectNode definitions() {
    return definitions;
  }

  /** The closed form of a schema; it refers to {@link #definitions()}. */
  JsonNode closed(JsonNode schema, String file) {
    Optional<String> reference = Json.text(schema, "$ref");
    if (reference.isPresent()) {
      return reference(SpecPointer.of(reference.get(), file));
    }
    ObjectNode closed = Json.object();
    KEPT.stream().filter(schema::has).forEach(word -> closed.set(word, schema.get(word)));
    if (schema.path("enum").isArray()) {
      closed.set("enum", newer.values(schema));
    }
    if (schema.path("items").isObject()) {
      closed.set("items", closed(schema.path("items"), file));
    }
    Shape shape = new Shape();
    collect(schema, file, shape);
    if (!shape.properties.isEmpty()) {
      closed.put("type", "object");
      closed.set("properties", shape.properties);
      closed.put("additionalProperties", false);
    }
    if (!shape.required.isEmpty()) {
      closed.set("required", shape.required);
    }
    JsonNode additional = schema.path("additionalProperties");
    if (additional.isObject()) {
      closed.set("additionalProperties", closed(additional, file));
    }
    if (schema.path("x-nullable").asBoolean()) {
      ObjectNode either = Json.object();
      either.putArray("anyOf").add(Json.object().put("type", "null")).add(closed);
      return either;
    }
    return closed;
  }

  /** A reference to a definition by name, as the newer property lists make them. */
  JsonNode named(String definition, String besideFile) {
    SpecPointer pointer = new SpecPointer(besideFile, "/definitions/" + definition);
    return files.at(pointer).isObject() ? reference(pointer) : Json.object();
  }

  private JsonNode reference(SpecPointer pointer) {
    JsonNode target = files.at(pointer);
    if (!target.isObject()) {
      return Json.object();
    }
    String key = (pointer.file() + "." + pointer.name()).replaceAll("[^A-Za-z0-9.]", "_");
    if (!definitions.has(key)) {
      definitions.putObject(key);
      definitions.set(key, closed(target, pointer.file()));
      newer.extend(pointer, definitions.path(key), this);
    }
    return Json.object().put("$ref", "#/definitions/" + key);
  }

  private void collect(JsonNode schema, String file, Shape into) {
    for (JsonNode base : schema.path("allOf")) {
      SpecPointer pointer =
          Json.text(base, "$ref").map(reference -> SpecPointer.of(reference, file)).orElse(null);
      JsonNode target = pointer == null ? base : files.at(pointer);
      collect(target, pointer == null ? file : pointer.file(), into);
    }
    for (var property : schema.path("properties").properties()) {
      into.properties.set(property.getKey(), closed(property.getValue(), file));
    }
    schema.path("required").forEach(into.required::add);
  }

  private static final class Shape {
    final ObjectNode properties = Json.object();
    final ArrayNode required = Json.array();
  }
}
