package dev.lockstep.reconcile;

import dev.lockstep.model.TargetId;
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
  /** Name of the blob that holds the state and carries the lease. */
  static String blobOf(TargetId target) {
    return target + ".json";
  }
}
