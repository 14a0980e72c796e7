package dev.lockstep.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.EndpointDefaults;
import dev.lockstep.config.Property;
import dev.lockstep.config.Schema;
import dev.lockstep.config.Shape;
import dev.lockstep.model.EndpointType;
import java.util.Arrays;
import java.util.List;

/** Renders docs/bindings.schema.json (JSON Schema, draft 2020-12) from the code. */
final class BindingsSchema {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private BindingsSchema() {}

  static String render() {
    try {
      return JSON.writeValueAsString(schema()) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static ObjectNode schema() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", "Lockstep bindings");
    schema.put(
        "$comment",
        "Rendered from the code by BindingsSchemaTest; edit Schema.java and its like instead.");
    group(schema, Schema.root());
    ObjectNode definitions = schema.putObject("$defs");
    Schema.groups()
        .forEach(
            (name, properties) -> {
              ObjectNode definition = group(definitions.putObject(name), properties);
              if (name.equals("trustedRoot") || name.equals("trustBundle")) {
                definition.put("minProperties", 1).put("maxProperties", 1);
              }
            });
    return schema;
  }

  private static ObjectNode group(ObjectNode schema, List<Property> properties) {
    schema.put("type", "object").put("additionalProperties", false);
    ObjectNode all = schema.putObject("properties");
    properties.forEach(p -> described(ShapeSchema.write(all.putObject(p.name()), p.shape()), p));
    List<String> required =
        properties.stream().filter(Property::isRequired).map(Property::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    return schema;
  }

  private static void described(ObjectNode schema, Property property) {
    String allowed = property.range().isEmpty() ? "" : " Allowed: " + property.range() + ".";
    schema.put("description", (property.meaning() + allowed).replace("`", ""));
    if (schema.has("pattern")) {
      // Not of the standard; editors (VS Code) show it instead of the expression.
      schema.put(
          "patternErrorMessage", ("Give " + property.type() + "." + allowed).replace("`", ""));
    }
    fallback(property.fallback().replace("`", ""), schema);
  }

  /** The default, where it is a value and not a sentence. */
  private static void fallback(String text, ObjectNode schema) {
    if (schema.has("enum") || text.matches("ls|lockstep-\\w+|P[0-9DTHMS]+|/\\S+")) {
      schema.put("default", text);
    } else if (text.matches("[\\[{].*|\\d+|true|false")) {
      try {
        JsonNode value = JSON.readTree(text);
        schema.set("default", value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Endpoint types that may be published, each with what it needs. */
  static ObjectNode byEndpointType(ObjectNode schema, Shape.Group value) {
    schema.put("type", "object").put("additionalProperties", false).put("minProperties", 1);
    ObjectNode types = schema.putObject("properties");
    Arrays.stream(EndpointType.values())
        .filter(type -> type != EndpointType.PORTAL)
        .forEach(
            type -> {
              ObjectNode entry = ShapeSchema.write(types.putObject(type.wireName()), value);
              if (EndpointDefaults.of(type).probePath().isEmpty()) {
                ArrayNode required = entry.putArray("required");
                required.add("probePath");
              }
            });
    return schema;
  }
}
