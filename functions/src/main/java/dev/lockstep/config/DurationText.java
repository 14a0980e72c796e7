package dev.lockstep.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A duration as ISO 8601 text ({@code PT30S}) or as a whole number of seconds. */
final class DurationText {
  private DurationText() {}

  /** The duration; empty when the value is none, or has a fraction of a second. */
  static Optional<Duration> parse(JsonNode value) {
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return Optional.of(Duration.ofSeconds(value.asInt()));
    }
    String text = value.isTextual() ? value.asText() : "";
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Integer.parseInt(text)));
    }
    try {
      return Optional.of(Duration.parse(text)).filter(d -> d.toNanosPart() == 0);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
