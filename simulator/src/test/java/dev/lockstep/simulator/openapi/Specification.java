package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lockstep.simulator.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operations of the official OpenAPI files, and the check of bodies against their schemas. */
final class Specification {
  private final List<Operation> operations = new ArrayList<>();
  private final ObjectNode definitions;
  private final JsonSchemaFactory factory =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4);
  private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

  private Specification() {
    SpecFiles files = new SpecFiles();
    Schemas schemas = new Schemas(files, new NewerVersions(files));
    for (String file : SpecFiles.ROOTS) {
      for (var path : files.file(file).path("paths").properties()) {
        for (var method : path.getValue().properties()) {
          if (method.getValue().has("operationId")) {
            JsonNode operation = resolved(method.getValue(), file, files);
            operations.add(
                Operation.read(file, path.getKey(), method.getKey(), operation, schemas));
          }
        }
      }
    }
    operations.add(Operation.status(schemas));
    definitions = schemas.definitions();
  }

  /** Reads all files. */
  static Specification load() {
    return new Specification();
  }

  /** The most specific operation of a request. */
  Optional<Operation> operation(String method, String path) {
    String bare = path.replaceAll("//+", "/").replaceAll("/$", "");
    return operations.stream()
        .filter(operation -> operation.matches(method, bare))
        .max(Comparator.comparingInt(Operation::literals));
  }

  /** What is wrong with a body. */
  synchronized Set<ValidationMessage> check(JsonNode schema, JsonNode body) {
    return compiled.computeIfAbsent(schema, this::compile).validate(body);
  }

  private JsonSchema compile(JsonNode schema) {
    ObjectNode whole = schema.deepCopy();
    whole.set("definitions", definitions);
    return factory.getSchema(
        whole, SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build());
  }

  /** The operation with body parameters in place of references to shared ones. */
  private static JsonNode resolved(JsonNode operation, String file, SpecFiles files) {
    ObjectNode copy = operation.deepCopy();
    var parameters = Json.array();
    for (JsonNode parameter : operation.path("parameters")) {
      parameters.add(
          Json.text(parameter, "$ref")
              .map(reference -> files.at(SpecFiles.SpecPointer.of(reference, file)))
              .orElse(parameter));
    }
    return copy.set("parameters", parameters);
  }
}
