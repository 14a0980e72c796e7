package dev.lockstep.reconcile;

import java.time.Duration;

/**
 * Durations of troubles that last (docs/protocol.md).
 *
 * @param told how long persons are not told of the same again
 * @param conflicts how many runs in a row may meet the same conflict
 * @param conflictFor how long it lasts at least before it counts as standing
 * @param conflictRetry how long the next try of a standing one waits: as many tries in an hour as
 *     changes ({@link Pace#putsPerHour})
 */
record TroublePace(Duration told, int conflicts, Duration conflictFor, Duration conflictRetry) {
  static final TroublePace DEFAULT =
      new TroublePace(Duration.ofHours(1), 6, Duration.ofMinutes(15), Duration.ofMinutes(5));
}
