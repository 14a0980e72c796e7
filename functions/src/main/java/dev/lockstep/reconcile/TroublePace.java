package dev.lockstep.reconcile;

import java.time.Duration;

/**
 * Durations of troubles that last (docs/protocol.md).
 *
 * @param told how long persons are not told of the same again
 */
record TroublePace(Duration told) {
  static final TroublePace DEFAULT = new TroublePace(Duration.ofHours(1));
}
