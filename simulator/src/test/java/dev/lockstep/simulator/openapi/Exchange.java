package dev.lockstep.simulator.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A request with its answer, live or recorded.
 *
 * @param path without query
 * @param location path of the Location header of the answer
 */
record Exchange(
    String method,
    String path,
    Optional<JsonNode> sent,
    int status,
    Optional<String> location,
    Optional<JsonNode> answered) {

  /** One that took place. */
  static Exchange of(ArmRequest request, ArmResponse response) {
    return new Exchange(
        request.method(),
        request.path(),
        body(request.body()),
        response.status(),
        response.header("Location").map(Exchange::path),
        response.body());
  }

  /** A line of the log of a simulator in another process. */
  static Exchange logged(JsonNode line) {
    return new Exchange(
        line.path("method").asText(),
        line.path("path").asText(),
        Optional.ofNullable(line.get("body")),
        line.path("status").asInt(),
        Json.text(line, "location").map(Exchange::path),
        Optional.ofNullable(line.get("answer")));
  }

  /** One of the recorded answers. */
  static Exchange recorded(JsonNode file) {
    JsonNode request = file.path("request");
    JsonNode response = file.path("response");
    String uri = request.path("uri").asText(request.path("url").asText());
    return new Exchange(
        request.path("method").asText().toUpperCase(Locale.ROOT),
        path(uri),
        Optional.of(request.path("body")).filter(body -> !body.isMissingNode() && !body.isNull()),
        response.path("status").asInt(),
        Json.text(response, "headers", "location").map(Exchange::path),
        Optional.of(response.path("body"))
            .filter(body -> !body.isMissingNode())
            .filter(body -> !(body.isTextual() && body.textValue().isEmpty())));
  }

  private static Optional<JsonNode> body(String text) {
    try {
      return text.isBlank()
          ? Optional.empty()
          : Optional.of(Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    } catch (JsonProcessingException malformed) {
      return Optional.empty();
    }
  }

  private static String path(String uri) {
    return URI.create(uri.replace("$", "%24")).getPath();
  }
}
