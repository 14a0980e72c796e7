package dev.lockstep.port;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * One request.
 *
 * @param method {@code GET}, {@code PUT}, {@code POST}, {@code DELETE}
 * @param path path and query below the ARM endpoint, or an absolute URL that ARM gave (operation,
 *     {@code Location}, {@code nextLink}); an absolute URL of another authority is refused
 * @param headers additional headers, such as {@code If-Match}
 * @param body the JSON to send
 * @param timeout how long the whole exchange may take
 */
public record ArmRequest(
    Method method,
    String path,
    Map<String, String> headers,
    Optional<JsonNode> body,
    Duration timeout) {
  /** The methods in use. */
  public enum Method {
    GET,
    PUT,
    POST,
    DELETE
  }

  /**
   * How long a read may take: after one that hangs, enough of a lease of 60 s is left for a write,
   * which wants 40 s (design 5.2). ARM itself gives up after 60 s, when the lease would be over.
   */
  public static final Duration READ_TIMEOUT = Duration.ofSeconds(20);

  /** How long a write may take (design 5.2). */
  public static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);

  public ArmRequest {
    headers = Map.copyOf(headers);
  }

  /** A GET. */
  public static ArmRequest get(String path) {
    return new ArmRequest(Method.GET, path, Map.of(), Optional.empty(), READ_TIMEOUT);
  }

  /** A POST without a body. */
  public static ArmRequest post(String path) {
    return new ArmRequest(Method.POST, path, Map.of(), Optional.empty(), WRITE_TIMEOUT);
  }

  /** A DELETE. */
  public static ArmRequest delete(String path, Map<String, String> headers) {
    return new ArmRequest(Method.DELETE, path, headers, Optional.empty(), WRITE_TIMEOUT);
  }

  /** A PUT. */
  public static ArmRequest put(String path, JsonNode body, Map<String, String> headers) {
    return new ArmRequest(Method.PUT, path, headers, Optional.of(body), WRITE_TIMEOUT);
  }
}
