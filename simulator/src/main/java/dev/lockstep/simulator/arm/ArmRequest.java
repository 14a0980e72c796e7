package dev.lockstep.simulator.arm;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.token.Principal;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as it reaches the world: authenticated, without a socket.
 *
 * @param method HTTP method in upper case
 * @param baseUrl scheme and authority to which operation URLs are relative, without a trailing
 *     slash
 * @param path decoded path
 * @param query decoded query parameters, the first of each name
 * @param headers request headers by name in lower case
 * @param body body text; empty when there is none
 * @param principal who asks
 */
public record ArmRequest(
    String method,
    String baseUrl,
    String path,
    Map<String, String> query,
    Map<String, String> headers,
    String body,
    Principal principal) {

  public ArmRequest {
    requireNonNull(method, "method is null");
    requireNonNull(body, "body is null");
    requireNonNull(principal, "principal is null");
    query = caseInsensitive(query);
    headers = caseInsensitive(headers);
  }

  /** A header, when it was sent. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A query parameter, when it was sent and is not blank. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /** The api-version, when it was sent. */
  public Optional<String> apiVersion() {
    return parameter("api-version");
  }

  /** The same request by a principal. */
  public ArmRequest by(Principal other) {
    return new ArmRequest(method, baseUrl, path, query, headers, body, other);
  }

  /** The same request with another header. */
  public ArmRequest withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new ArmRequest(method, baseUrl, path, query, more, body, principal);
  }

  private static Map<String, String> caseInsensitive(Map<String, String> values) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    return Collections.unmodifiableMap(copy);
  }
}
