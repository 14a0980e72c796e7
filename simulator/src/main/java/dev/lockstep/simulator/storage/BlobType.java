package dev.lockstep.simulator.storage;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of blob that are simulated; page blobs are not. */
public enum BlobType {
  BLOCK("BlockBlob"),
  APPEND("AppendBlob");

  private final String wireName;

  BlobType(String wireName) {
    this.wireName = wireName;
  }

  /** The value of {@code x-ms-blob-type}. */
  public String wireName() {
    return wireName;
  }

  static Optional<BlobType> of(String wireName) {
    return Arrays.stream(values()).filter(t -> t.wireName.equals(wireName)).findFirst();
  }
}
