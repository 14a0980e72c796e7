package dev.lockstep.azure;

import com.azure.storage.blob.specialized.BlobLeaseClient;
import dev.lockstep.port.Blobs;
import java.time.Instant;

/** A lease of 60 seconds on one blob. */
final class BlobLease implements Blobs.Lease {
  private final BlobLeaseClient client;
  private final Instant acquiredAt;

  BlobLease(BlobLeaseClient client, Instant acquiredAt) {
    this.client = client;
    this.acquiredAt = acquiredAt;
  }

  @Override
  public String id() {
    return client.getLeaseId();
  }

  @Override
  public Instant acquiredAt() {
    return acquiredAt;
  }

  @Override
  public boolean renew() {
    return BlobAnswers.orElse(
        "renew a lease",
        () -> {
          client.renewLease();
          return true;
        },
        BlobAnswers::isLost,
        false);
  }

  @Override
  public void close() {
    try {
      client.releaseLease();
    } catch (RuntimeException e) {
      // It ends by itself within a minute; until then messages for the target come back.
      return;
    }
  }
}
