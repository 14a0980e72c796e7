package dev.lockstep.reconcile;

import java.time.Duration;

/**
 * Durations of what follows a change (docs/protocol.md).
 *
 * @param between the least time between two answers that say a backend is unhealthy, for the second
 *     to count (design 5.8); also the time between two looks
 * @param baselineAge how old an answer on backend health may be to say what was before a change
 * @param baselineWait how long such an answer is waited for before a live endpoint is changed
 * @param nudge the least time between two writes of a gateway's own document
 */
record CarePace(Duration between, Duration baselineAge, Duration baselineWait, Duration nudge) {
  static final CarePace DEFAULT =
      new CarePace(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofSeconds(15),
          Duration.ofHours(6));
}
