package dev.lockstep.simulator.storage;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decodes the path and the query of a request. */
final class RequestPath {
  private RequestPath() {}

  /** The decoded segments; a slash after an account's or a container's name makes no segment. */
  static List<String> segments(String rawPath) {
    List<String> segments =
        new ArrayList<>(
            Arrays.stream(rawPath.substring(1).split("/", -1))
                // In a path a plus sign is itself, unlike in a query.
                .map(segment -> decode(segment.replace("+", "%2B")))
                .toList());
    int last = segments.size() - 1;
    if ((last == 1 || last == 2) && segments.get(last).isEmpty()) {
      segments.remove(last);
    }
    return segments;
  }

  /** The decoded parameters; names in lower case. */
  static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        String name = equals < 0 ? part : part.substring(0, equals);
        query.put(
            name.toLowerCase(Locale.ROOT), equals < 0 ? "" : decode(part.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw StorageError.INVALID_URI.asException();
    }
  }
}
