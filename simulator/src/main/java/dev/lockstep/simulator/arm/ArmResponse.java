package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One answer, before it goes to a socket.
 *
 * @param status HTTP status
 * @param headers response headers by name, in the order in which they are written
 * @param body JSON body; empty for no body at all, which is not the same as {@code null}
 */
public record ArmResponse(int status, Map<String, String> headers, Optional<JsonNode> body) {
  public ArmResponse {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** An answer with a body. */
  public static ArmResponse of(int status, JsonNode body) {
    return new ArmResponse(status, Map.of(), Optional.of(body));
  }

  /** An answer without a body. */
  public static ArmResponse empty(int status) {
    return new ArmResponse(status, Map.of(), Optional.empty());
  }

  /** The same answer with one more header. */
  public ArmResponse with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new ArmResponse(status, more, body);
  }

  /** The same answer with more headers. */
  public ArmResponse with(Map<String, String> others) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.putAll(others);
    return new ArmResponse(status, more, body);
  }

  /** The value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Whether the request was taken. */
  public boolean succeeded() {
    return status < 400;
  }
}
