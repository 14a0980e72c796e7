package dev.lockstep.cli.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What a server answered.
 *
 * @param status HTTP status
 * @param text the body
 * @param location the {@code Location} header
 */
public record Reply(int status, String text, Optional<String> location) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Reply of(HttpResponse<String> response) {
    return new Reply(
        response.statusCode(), response.body(), response.headers().firstValue("Location"));
  }

  /** The body as JSON; missing when it is none. */
  public JsonNode json() {
    try {
      return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  /** This reply when its status is 2xx. Throws with the answer's text otherwise. */
  public Reply orThrow(String what) {
    if (status < 200 || status > 299) {
      throw new IllegalStateException(what + " was answered with " + status + ": " + text);
    }
    return this;
  }
}
