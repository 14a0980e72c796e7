package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One operation of the specification.
 *
 * @param id operationId
 * @param method in upper case
 * @param path pattern of its paths, without case
 * @param literals how many literal characters its path has: the most specific operation counts
 * @param body closed schema of the request body
 * @param bodyRequired whether a body must be sent
 * @param responses by status ({@code default} for errors); empty where no body is specified
 */
record Operation(
    String id,
    String method,
    Pattern path,
    int literals,
    Optional<JsonNode> body,
    boolean bodyRequired,
    Map<String, Optional<JsonNode>> responses) {

  /** Reads one operation of a file. */
  static Operation read(
      String file, String template, String method, JsonNode operation, Schemas schemas) {
    Optional<JsonNode> body = Optional.empty();
    boolean required = false;
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.path("in").asText("").equals("body")) {
        body = Optional.of(schemas.closed(parameter.path("schema"), file));
        required = parameter.path("required").asBoolean();
      }
    }
    Map<String, Optional<JsonNode>> responses = new TreeMap<>();
    for (var response : operation.path("responses").properties()) {
      JsonNode schema = response.getValue().path("schema");
      responses.put(
          response.getKey(),
          schema instanceof ObjectNode
              ? Optional.of(schemas.closed(schema, file))
              : Optional.empty());
    }
    return new Operation(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        pattern(template),
        template.replaceAll("\\{[^}]*}", "").length(),
        body,
        required,
        responses);
  }

  /** Polling of an operation of the network provider; only its answer is specified. */
  static Operation status(Schemas schemas) {
    JsonNode answer =
        schemas.named("AzureAsyncOperationResult", SpecFiles.NETWORK + "network.json");
    String template =
        "/subscriptions/{id}/providers/Microsoft.Network/locations/{location}/operations/{id}";
    return new Operation(
        "Network_OperationStatus",
        "GET",
        pattern(template),
        template.length(),
        Optional.empty(),
        false,
        Map.of("200", Optional.of(answer), "default", Optional.empty()));
  }

  boolean matches(String requestMethod, String requestPath) {
    return method.equals(requestMethod) && path.matcher(requestPath).matches();
  }

  private static Pattern pattern(String template) {
    // The id of any resource, with its first slash.
    String bare = template.replaceAll("/$", "").replaceFirst("^/\\{resourceUri}", "{resourceUri}");
    StringBuilder regex = new StringBuilder();
    for (String part : bare.split("(?=\\{)|(?<=})", -1)) {
      String any = part.equals("{resourceUri}") ? "/subscriptions/.+" : "[^/]+";
      regex.append(part.startsWith("{") ? any : Pattern.quote(part));
    }
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
  }
}
