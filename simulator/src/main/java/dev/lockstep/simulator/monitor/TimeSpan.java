package dev.lockstep.simulator.monitor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * The time of a query, as ISO 8601 writes it: start and end, one of them with a duration, or a
 * duration that ends now.
 *
 * @param from first instant
 * @param to last instant, exclusive
 */
record TimeSpan(Instant from, Instant to) {
  private static final Duration DEFAULT = Duration.ofHours(1);

  /** The last hour. */
  static TimeSpan before(Instant now) {
    return new TimeSpan(now.minus(DEFAULT), now);
  }

  static TimeSpan parse(String text, Instant now) {
    // Azure CLI encodes it twice.
    String decoded = text.contains("%") ? URLDecoder.decode(text, StandardCharsets.UTF_8) : text;
    String[] parts = decoded.split("/", -1);
    try {
      if (parts.length == 1) {
        return new TimeSpan(now.minus(Duration.parse(parts[0])), now);
      }
      if (parts.length == 2 && parts[0].startsWith("P")) {
        Instant end = instant(parts[1]);
        return new TimeSpan(end.minus(Duration.parse(parts[0])), end);
      }
      if (parts.length == 2) {
        Instant start = instant(parts[0]);
        return new TimeSpan(
            start,
            parts[1].startsWith("P") ? start.plus(Duration.parse(parts[1])) : instant(parts[1]));
      }
    } catch (DateTimeException malformed) {
      // Told below like too many parts.
    }
    throw MetricQuery.bad(
        "Invalid timespan '%s': startDateTime/endDateTime of ISO 8601 is expected."
            .formatted(text));
  }

  private static Instant instant(String text) {
    return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
  }
}
