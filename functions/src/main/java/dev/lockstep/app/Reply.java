package dev.lockstep.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.signal.InputProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an HTTP function answers.
 *
 * @param status the HTTP status
 * @param contentType the media type
 * @param body the text
 * @param retryAfter when calling again makes sense
 * @param who whom it was answered to, as far as is known
 */
public record Reply(
    int status,
    String contentType,
    String body,
    Optional<Duration> retryAfter,
    Optional<String> who) {
  private static final ObjectWriter JSON = new ObjectMapper().writerWithDefaultPrettyPrinter();

  /** JSON, laid out for people who call with curl. */
  public static Reply json(int status, JsonNode body) {
    try {
      return new Reply(
          status,
          "application/json",
          JSON.writeValueAsString(body) + "\n",
          Optional.empty(),
          Optional.empty());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  /** Plain text. */
  public static Reply text(int status, String body) {
    return new Reply(status, "text/plain; charset=utf-8", body, Optional.empty(), Optional.empty());
  }

  /** The same, to be asked again after that time. */
  public Reply retryAfter(Duration wait) {
    return new Reply(status, contentType, body, Optional.of(wait), who);
  }

  /** The same, saying whom it was answered to. */
  public Reply by(String caller) {
    return new Reply(status, contentType, body, retryAfter, Optional.of(caller));
  }

  /** The header fields. */
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>();
    headers.put("Content-Type", contentType);
    retryAfter.ifPresent(wait -> headers.put("Retry-After", Long.toString(wait.toSeconds())));
    who.ifPresent(caller -> headers.put("Lockstep-Caller", caller));
    return headers;
  }

  /** An error by name with everything that is wrong. */
  public static Reply problems(int status, String error, List<InputProblem> problems) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("error", error);
    ArrayNode list = body.putArray("problems");
    for (InputProblem problem : problems) {
      list.addObject()
          .put("field", problem.field())
          .put("problem", problem.problem())
          .put("remedy", problem.remedy());
    }
    return json(status, body);
  }
}
