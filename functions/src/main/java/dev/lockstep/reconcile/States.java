package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Versioned;
import dev.lockstep.reconcile.state.TargetState;
import java.util.function.Function;

/**
 * Reads the states of targets.
 *
 * @param blobs holds them
 * @param decode from a state's text to the state
 */
record States(Blobs blobs, Function<String, TargetState> decode) {
  /** The state as it is now. The blob need not exist. */
  StoredState read(TargetId target) {
    Versioned blob = blob(target);
    return new StoredState(decode.apply(blob.content()), blob.etag());
  }

  /** The state as it is by now; the same version of the blob is not decoded twice. */
  StoredState again(StoredState before, TargetId target) {
    Versioned blob = blob(target);
    return blob.etag().equals(before.etag())
        ? before
        : new StoredState(decode.apply(blob.content()), blob.etag());
  }

  private Versioned blob(TargetId target) {
    return blobs.read(StoredState.blobOf(target)).orElse(new Versioned("", ""));
  }
}
