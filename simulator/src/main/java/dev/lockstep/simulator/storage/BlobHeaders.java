package dev.lockstep.simulator.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Maps blobs to response headers and request headers to what is kept with a blob. */
final class BlobHeaders {
  private static final String DEFAULT_TYPE = "application/octet-stream";

  /** Content headers that a blob keeps, as {@code x-ms-blob-…} in requests. */
  private static final Set<String> KEPT =
      Set.of(
          "content-type",
          "content-encoding",
          "content-language",
          "content-disposition",
          "cache-control");

  private BlobHeaders() {}

  static Map<String, String> version(BlobContainer container) {
    return Map.of(
        "ETag", container.etag(),
        "Last-Modified", StorageResponse.date(container.lastModified()));
  }

  static Map<String, String> version(BlobProperties blob) {
    return Map.of("ETag", blob.etag(), "Last-Modified", StorageResponse.date(blob.lastModified()));
  }

  static Map<String, String> metadata(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .collect(Collectors.toMap(e -> "x-ms-meta-" + e.getKey(), Map.Entry::getValue));
  }

  /** Everything a read of the blob tells in headers, except the length of the body. */
  static Map<String, String> of(StoredBlob blob) {
    BlobProperties properties = blob.properties();
    Map<String, String> headers = new LinkedHashMap<>(version(properties));
    headers.putAll(metadata(properties.metadata()));
    headers.put("Content-Type", DEFAULT_TYPE);
    properties.headers().forEach((name, value) -> headers.put(canonical(name), value));
    headers.put("x-ms-creation-time", StorageResponse.date(properties.created()));
    headers.put("x-ms-blob-type", properties.type().wireName());
    headers.put("x-ms-server-encrypted", "true");
    headers.put("Accept-Ranges", "bytes");
    if (properties.type() == BlobType.APPEND) {
      headers.put("x-ms-blob-committed-block-count", "" + properties.appendedBlocks());
    }
    LeaseView lease = blob.lease();
    headers.put("x-ms-lease-state", lease.state().wireName());
    headers.put("x-ms-lease-status", lease.state().active() ? "locked" : "unlocked");
    if (lease.state() == LeaseState.LEASED) {
      headers.put("x-ms-lease-duration", lease.infinite() ? "infinite" : "fixed");
    }
    return headers;
  }

  /** The content headers that the request wants kept. */
  static Map<String, String> kept(StorageRequest request) {
    Map<String, String> kept = new LinkedHashMap<>();
    for (String name : KEPT) {
      request.header("x-ms-blob-" + name).ifPresent(value -> kept.put(name, value));
    }
    if (!kept.containsKey("content-type")) {
      request.header("content-type").ifPresent(value -> kept.put("content-type", value));
    }
    return kept;
  }

  private static String canonical(String name) {
    StringBuilder words = new StringBuilder();
    for (String word : name.split("-", -1)) {
      words.append(words.isEmpty() ? "" : "-");
      words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return words.toString();
  }
}
