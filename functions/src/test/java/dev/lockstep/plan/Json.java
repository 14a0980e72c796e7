package dev.lockstep.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON for tests. */
public final class Json {
  public static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** Parses JSON in which a single quote may stand for a double one. */
  public static ObjectNode of(String text) {
    try {
      return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** A resource below {@code /azure}. */
  public static ObjectNode azure(String name) {
    try (InputStream in = Json.class.getResourceAsStream("/azure/" + name)) {
      JsonNode json = MAPPER.readTree(in);
      return (ObjectNode) (json.has("response") ? json.path("response").path("body") : json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
