package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.state.TargetState;

/**
 * A target's state as it was read.
 *
 * @param state the state; the initial one when there is no blob yet
 * @param etag its entity tag; empty text when there is no blob yet
 */
record StoredState(TargetState state, String etag) {
  /** Name of the blob that holds the state and carries the lease. */
  static String blobOf(TargetId target) {
    return target + ".json";
  }
}
