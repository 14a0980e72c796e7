package dev.lockstep.simulator.storage;

import java.time.Instant;

/** A blob as kept: its immutable state and the one lease that outlives its versions. */
record BlobEntry(BlobProperties properties, BlobWrite state, Lease lease) {

  static BlobEntry of(
      String name, Instant created, Instant now, String etag, BlobWrite state, Lease lease) {
    BlobProperties properties =
        new BlobProperties(
            name,
            state.type(),
            created,
            now,
            etag,
            state.content().length(),
            state.headers(),
            state.metadata(),
            state.appendedBlocks());
    return new BlobEntry(properties, state, lease);
  }

  StoredBlob view(Instant now) {
    return new StoredBlob(properties, lease.view(now), state.content());
  }
}
