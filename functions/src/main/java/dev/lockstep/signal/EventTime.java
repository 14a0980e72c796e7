package dev.lockstep.signal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Points in time as Azure writes them: ISO 8601 with an offset, up to seven digits of a second. */
final class EventTime {
  private EventTime() {}

  /** The time, or empty when the text is none. */
  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
