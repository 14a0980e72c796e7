package dev.lockstep.simulator.arm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Writes every exchange with ARM as a line of JSON, for whoever compares what a simulator in
 * another process said with a specification: {@code method}, {@code path} without query, {@code
 * body}, {@code status}, {@code location}, {@code answer}. Passwords and keys of requests are left
 * out.
 *
 * @param file lines are added to it
 */
public record ExchangeLog(Path file) implements ArmWitness {
  /** System property that names the file; without it nothing is written. */
  public static final String PROPERTY = "lockstep.exchanges";

  private static final List<String> SECRETS = List.of("password", "data");

  /** The log that the system property asks for. */
  static Optional<ArmWitness> asked() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).map(ExchangeLog::new);
  }

  @Override
  public void saw(ArmRequest request, ArmResponse response) {
    ObjectNode line = Json.object().put("method", request.method()).put("path", request.path());
    parsed(request.body()).ifPresent(body -> line.set("body", withoutSecrets(body)));
    line.put("status", response.status());
    response.header("Location").ifPresent(location -> line.put("location", location));
    response.body().ifPresent(body -> line.set("answer", body));
    try {
      // One write per line, so that nothing is lost when the process is killed.
      byte[] bytes = (new String(Json.bytes(line), UTF_8) + "\n").getBytes(UTF_8);
      Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Json.parse(text.getBytes(UTF_8)));
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  private static JsonNode withoutSecrets(JsonNode body) {
    for (String secret : SECRETS) {
      body.findParents(secret).stream()
          .map(ObjectNode.class::cast)
          .filter(parent -> parent.path(secret).isTextual())
          .forEach(parent -> parent.put(secret, ""));
    }
    return body;
  }
}
