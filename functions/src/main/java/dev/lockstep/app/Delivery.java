package dev.lockstep.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A queue message as the host handed it over.
 *
 * @param text the message, decoded
 * @param insertedAt when the storage service took it in; empty when the host did not say
 * @param dequeueCount how often it was handed out, this time included; 1 when the host did not say
 */
public record Delivery(String text, Optional<Instant> insertedAt, int dequeueCount) {
  // The host writes trigger metadata as JSON, so the time comes quoted and in ISO 8601; hosts
  // before
  // that wrote it as .NET prints it in the invariant culture.
  private static final List<DateTimeFormatter> FORMS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss xxx", Locale.ROOT));

  /** A message with its metadata as the host writes it. */
  public static Delivery of(String text, String insertionTime, String dequeueCount) {
    return new Delivery(text, instant(bare(insertionTime)), count(bare(dequeueCount)));
  }

  private static Optional<Instant> instant(String text) {
    return FORMS.stream().flatMap(form -> instant(text, form).stream()).findFirst();
  }

  private static Optional<Instant> instant(String text, DateTimeFormatter form) {
    try {
      return Optional.of(OffsetDateTime.parse(text, form).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int count(String text) {
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 1;
  }

  private static String bare(String text) {
    return text == null ? "" : text.replace("\"", "").strip();
  }
}
