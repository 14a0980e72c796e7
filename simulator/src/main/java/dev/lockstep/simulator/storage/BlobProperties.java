package dev.lockstep.simulator.storage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Everything about a blob but its bytes.
 *
 * @param etag quoted entity tag
 * @param length bytes
 * @param headers lower-case HTTP content headers kept with the blob ({@code content-type} …)
 * @param metadata names as the writer gave them
 * @param appendedBlocks blocks of an append blob, 0 for others
 */
public record BlobProperties(
    String name,
    BlobType type,
    Instant created,
    Instant lastModified,
    String etag,
    long length,
    Map<String, String> headers,
    Map<String, String> metadata,
    int appendedBlocks) {

  public BlobProperties {
    headers = Map.copyOf(headers);
    metadata = Map.copyOf(metadata);
  }

  /** Conditional headers carry whole seconds. */
  Instant modifiedSecond() {
    return lastModified.truncatedTo(ChronoUnit.SECONDS);
  }
}
