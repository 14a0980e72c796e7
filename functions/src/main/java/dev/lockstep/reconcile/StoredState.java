package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.reconcile.state.StateCodec;
import dev.lockstep.reconcile.state.TargetState;

/**
 * A target's state as it was read.
 *
 * @param state the state; the initial one when there is no blob yet
 * @param etag its entity tag; empty text when there is no blob yet
 */
record StoredState(TargetState state, String etag) {
  /** The state as it is now. The blob need not exist. */
  static StoredState read(Blobs blobs, TargetId target) {
    Versioned blob = blobs.read(blobOf(target)).orElse(new Versioned("", ""));
    return new StoredState(StateCodec.decode(blob.content()), blob.etag());
  }

  /** The state as it is by now; the same version of the blob is not decoded twice. */
  StoredState again(Blobs blobs, TargetId target) {
    Versioned blob = blobs.read(blobOf(target)).orElse(new Versioned("", ""));
    return blob.etag().equals(etag)
        ? this
        : new StoredState(StateCodec.decode(blob.content()), blob.etag());
  }

  /** Name of the blob that holds the state and carries the lease. */
  static String blobOf(TargetId target) {
    return target + ".json";
  }
}
