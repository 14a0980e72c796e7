package dev.lockstep.cli.bench;

import java.time.Duration;
import java.util.List;

/**
 * What a run of equal requests took.
 *
 * @param nanos how long each took, the shortest first
 * @param span how long they took together
 */
record Rate(List<Long> nanos, Duration span) {
  Rate {
    nanos = nanos.stream().sorted().toList();
  }

  /** How many were answered. */
  int requests() {
    return nanos.size();
  }

  /** Requests per second. */
  long perSecond() {
    return Math.round(requests() * 1e9 / Math.max(1, span.toNanos()));
  }

  /** The time in milliseconds within which a share of the requests was answered. */
  double millis(double share) {
    int at = (int) Math.min(requests() - 1L, (long) (requests() * share));
    return nanos.isEmpty() ? 0 : nanos.get(at) / 1e6;
  }
}
