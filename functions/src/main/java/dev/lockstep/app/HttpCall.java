package dev.lockstep.app;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an HTTP function was called with. The function key is not part of it.
 *
 * @param path decoded path, such as {@code /api/resync/agw-edge-1a2b3c4d}
 * @param query parameters by name, decoded; empty text for one without a value
 * @param headers by lower-case name
 * @param body the body; empty text when there was none
 */
public record HttpCall(
    String path, SortedMap<String, String> query, Map<String, String> headers, String body) {
  // Where the host looks for its key; neither is for us, and a key must not reach a log.
  private static final Set<String> OF_THE_HOST = Set.of("code", "clientId");

  public HttpCall {
    query = Collections.unmodifiableSortedMap(new TreeMap<>(query));
    TreeMap<String, String> folded = new TreeMap<>();
    headers.forEach((name, value) -> folded.put(name.toLowerCase(Locale.ROOT), value));
    headers = Map.copyOf(folded);
  }

  /**
   * A call as the host gives it.
   *
   * @param uri with its query: the host leaves parameters without a value out of its own list
   */
  public static HttpCall of(
      URI uri, Map<String, String> parameters, Map<String, String> headers, String body) {
    TreeMap<String, String> query = new TreeMap<>(parameters);
    for (String pair : Optional.ofNullable(uri.getRawQuery()).orElse("").split("&")) {
      String[] parts = pair.split("=", 2);
      if (!parts[0].isEmpty()) {
        query.putIfAbsent(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
      }
    }
    query.keySet().removeAll(OF_THE_HOST);
    return new HttpCall(uri.getPath(), query, headers, body);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** A header by name, ignoring case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** A parameter; empty when it is absent. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** The path's segment after the named one; empty when that is the last. */
  public Optional<String> segmentAfter(String segment) {
    String[] parts = path.split("/");
    for (int i = 0; i + 1 < parts.length; i++) {
      if (parts[i].equalsIgnoreCase(segment)) {
        return Optional.of(parts[i + 1]).filter(text -> !text.isBlank());
      }
    }
    return Optional.empty();
  }
}
