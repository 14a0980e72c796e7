package dev.lockstep.simulator.storage;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A request as the storage services see it.
 *
 * @param rawPath path as on the wire
 * @param path decoded segments after the account's
 * @param query decoded parameters, names in lower case
 * @param headers names in lower case
 */
public record StorageRequest(
    String method,
    String rawPath,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    Bytes body) {

  private static final String METADATA = "x-ms-meta-";

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty());
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * What is asked for, as {@code METHOD restype comp}: the service's own way to name operations.
   */
  String operation() {
    return (method + " " + query("restype").orElse("-") + " " + query("comp").orElse("-"));
  }

  Map<String, String> metadata() {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().startsWith(METADATA))
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().substring(METADATA.length()), Map.Entry::getValue));
  }

  Conditions conditions() {
    return new Conditions(
        header("if-match"),
        header("if-none-match"),
        date("if-modified-since"),
        date("if-unmodified-since"),
        header("x-ms-lease-id"));
  }

  private Optional<Instant> date(String name) {
    try {
      return header(name)
          .map(
              value ->
                  ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      throw StorageError.INVALID_HEADER.asException(name + " must be an RFC 1123 date.");
    }
  }

  /** A number in a query parameter, {@code fallback} if absent, refused outside the range. */
  int number(String name, int fallback, int least, int most) {
    Optional<String> text = query(name);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      int value = Integer.parseInt(text.get());
      if (value < least || value > most) {
        throw StorageError.OUT_OF_RANGE_QUERY.asException(
            name + " must be from " + least + " to " + most + ".");
      }
      return value;
    } catch (NumberFormatException e) {
      throw StorageError.INVALID_QUERY.asException(name + " must be a whole number.");
    }
  }
}
