package dev.lockstep.simulator.storage;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request as the storage services see it.
 *
 * @param rawPath path as on the wire
 * @param account the first segment of the path
 * @param path decoded segments after the account's
 * @param query decoded parameters, names in lower case
 * @param headers names in lower case
 * @param metadata of {@code x-ms-meta-…} headers, names as written
 */
public record StorageRequest(
    String method,
    String rawPath,
    String account,
    List<String> path,
    Map<String, String> query,
    Map<String, String> headers,
    Map<String, String> metadata,
    Bytes body) {

  private static final String METADATA = "x-ms-meta-";

  /**
   * Reads a request as it is on the wire.
   *
   * @param rawPath path, not decoded, beginning with a slash
   * @param rawQuery query without the question mark, may be empty
   * @param headers names in any case
   * @throws StorageException for names of metadata that are not allowed
   */
  public static StorageRequest of(
      String method, String rawPath, String rawQuery, Map<String, String> headers, Bytes body) {
    List<String> segments = RequestPath.segments(rawPath);
    return new StorageRequest(
        method,
        rawPath,
        segments.get(0),
        segments.subList(1, segments.size()),
        RequestPath.query(rawQuery),
        lowerCase(headers),
        metadata(headers),
        body);
  }

  private static Map<String, String> lowerCase(Map<String, String> headers) {
    return headers.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (one, other) -> one + "," + other));
  }

  private static Map<String, String> metadata(Map<String, String> headers) {
    Map<String, String> metadata = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach(
        (name, value) -> {
          if (name.regionMatches(true, 0, METADATA, 0, METADATA.length())) {
            metadata.put(name.substring(METADATA.length()), value);
          }
        });
    // Names are identifiers of C# (Microsoft Learn, "Naming containers, blobs, and metadata").
    if (!metadata.keySet().stream().allMatch(name -> name.matches("[A-Za-z_][A-Za-z0-9_]*"))) {
      throw StorageError.INVALID_METADATA.asException("Names: " + metadata.keySet() + ".");
    }
    return metadata;
  }

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
