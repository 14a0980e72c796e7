package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;

/**
 * A target's state as it was read.
 *
 * @param state the state; the initial one when there is no blob yet
 * @param etag its entity tag; empty text when there is no blob yet
 * @param readAt when it was read, by the storage service's clock; the epoch when there is no blob
 *     yet: a target without a state has nothing that is overdue
 */
record StoredState(TargetState state, String etag, Instant readAt) {
  private static final Versioned NONE = new Versioned("", "", Instant.EPOCH);

  /** The state as it is now. The blob need not exist. */
  static StoredState read(Blobs blobs, TargetId target) {
    return of(blobs.read(blobOf(target)).orElse(NONE));
  }

  /** The state as it is by now; the same version of the blob is not decoded twice. */
  StoredState again(Blobs blobs, TargetId target) {
    Versioned blob = blobs.read(blobOf(target)).orElse(NONE);
    return blob.etag().equals(etag) ? this : of(blob);
  }

  private static StoredState of(Versioned blob) {
    return new StoredState(StateCodec.decode(blob.content()), blob.etag(), blob.readAt());
  }

  /** Name of the blob that holds the state and carries the lease. */
  static String blobOf(TargetId target) {
    return target + ".json";
  }
}
