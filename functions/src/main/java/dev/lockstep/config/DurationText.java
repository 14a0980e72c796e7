package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** A duration as ISO 8601 text ({@code PT30S}) or as a whole number of seconds. */
final class DurationText {
  /**
   * What a duration looks like as text; the same in Java and in ECMA-262. Stricter than ISO 8601:
   * no sign, no fraction, days as the largest unit.
   */
  static final String PATTERN =
      "[0-9]{1,9}|[pP](?=.*[0-9])([0-9]{1,9}[dD])?"
          + "([tT](?=[0-9])([0-9]{1,9}[hH])?([0-9]{1,9}[mM])?([0-9]{1,9}[sS])?)?";

  private DurationText() {}

  /** The duration; empty when the value is none, or has a fraction of a second. */
  static Optional<Duration> parse(JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return Optional.of(Duration.ofSeconds(value.asInt()));
    }
    String text = value.isTextual() ? value.asText() : "";
    if (!text.matches(PATTERN)) {
      return Optional.empty();
    }
    boolean iso = text.charAt(0) == 'P' || text.charAt(0) == 'p';
    return Optional.of(iso ? Duration.parse(text) : Duration.ofSeconds(Integer.parseInt(text)));
  }
}
