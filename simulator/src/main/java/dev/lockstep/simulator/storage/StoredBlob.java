package dev.lockstep.simulator.storage;

/** A blob as read: properties, state of its lease and bytes at one instant. */
public record StoredBlob(BlobProperties properties, LeaseView lease, Bytes content) {

  /** The bytes as UTF-8 text. */
  public String text() {
    return content.text();
  }
}
