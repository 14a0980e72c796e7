package dev.lockstep.cli.bench;

import java.time.Duration;
import java.util.Arrays;

/**
 * What a run of equal requests took.
 *
 * @param requests how many were answered
 * @param span how long they took together
 * @param nanos how long each took, sorted
 */
record Rate(int requests, Duration span, long[] nanos) {
  static Rate of(long[] nanos, Duration span) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Rate(sorted.length, span, sorted);
  }

  /** Requests per second. */
  long perSecond() {
    return Math.round(requests * 1e9 / Math.max(1, span.toNanos()));
  }

  /** The time in milliseconds within which a share of the requests was answered. */
  double millis(double share) {
    return requests == 0
        ? 0
        : nanos[(int) Math.min(requests - 1L, (long) (requests * share))] / 1e6;
  }
}
