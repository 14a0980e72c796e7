package dev.lockstep.simulator.storage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An answer of the storage services. */
public record StorageResponse(int status, Map<String, String> headers, Bytes body) {

  /** RFC 1123 with a day of two digits, as the services write it. */
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static String date(Instant instant) {
    return RFC_1123.format(instant);
  }

  static StorageResponse of(int status) {
    return new StorageResponse(status, Map.of(), Bytes.EMPTY);
  }

  static StorageResponse xml(int status, String body) {
    return of(status)
        .with("Content-Type", "application/xml")
        .withBody(Bytes.of("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + body));
  }

  static StorageResponse error(StorageException e, String requestId, Instant now) {
    StorageError error = e.error();
    String text = e.getMessage() + "\nRequestId:" + requestId + "\nTime:" + now;
    String body = Xml.element("Error", Xml.text("Code", error.code()) + Xml.text("Message", text));
    // A 304 has no body by the rules of HTTP.
    StorageResponse answer = error.status() == 304 ? of(304) : xml(error.status(), body);
    return answer.with("x-ms-error-code", error.code());
  }

  StorageResponse with(String name, String value) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.put(name, value);
    return new StorageResponse(status, all, body);
  }

  StorageResponse withAll(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(more);
    return new StorageResponse(status, all, body);
  }

  StorageResponse withBody(Bytes content) {
    return new StorageResponse(status, headers, content);
  }
}
