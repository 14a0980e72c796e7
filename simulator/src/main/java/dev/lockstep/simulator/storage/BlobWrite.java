package dev.lockstep.simulator.storage;

import java.util.Map;

/**
 * What a write leaves behind.
 *
 * @param headers content headers, lower case
 * @param appendedBlocks blocks appended so far, 0 for a block blob
 */
public record BlobWrite(
    BlobType type,
    Bytes content,
    Map<String, String> headers,
    Map<String, String> metadata,
    int appendedBlocks) {

  /** A block blob of JSON text. */
  public static BlobWrite json(String text) {
    return block(Bytes.of(text), Map.of("content-type", "application/json"), Map.of());
  }

  /** A block blob. */
  public static BlobWrite block(
      Bytes content, Map<String, String> headers, Map<String, String> metadata) {
    return new BlobWrite(BlobType.BLOCK, content, headers, metadata, 0);
  }

  BlobWrite appended(Bytes all) {
    return new BlobWrite(type, all, headers, metadata, appendedBlocks + 1);
  }

  BlobWrite withMetadata(Map<String, String> replacement) {
    return new BlobWrite(type, content, headers, replacement, appendedBlocks);
  }

  BlobWrite withHeaders(Map<String, String> replacement) {
    return new BlobWrite(type, content, replacement, metadata, appendedBlocks);
  }
}
