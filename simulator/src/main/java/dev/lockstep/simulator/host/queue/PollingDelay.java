package dev.lockstep.simulator.host.queue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next poll: at once after a message, else growing exponentially with a
 * random part to the longest interval (the host's RandomizedExponentialBackoffStrategy: from 100
 * ms, times 0.8 to 1.2). Not thread safe.
 */
final class PollingDelay {
  private static final Duration SHORTEST = Duration.ofMillis(100);

  private final Duration longest;
  private final RandomGenerator random;
  private int emptyPolls;

  PollingDelay(Duration longest, RandomGenerator random) {
    this.longest = longest;
    this.random = random;
  }

  Duration next(boolean found) {
    if (found) {
      emptyPolls = 0;
      return SHORTEST;
    }
    double factor = 0.8 + 0.4 * random.nextDouble();
    // 2^20 times 100 ms is more than a day: enough to reach any interval without overflow.
    long grown = (long) (SHORTEST.toMillis() * factor * Math.pow(2, Math.min(emptyPolls++, 20)));
    return Duration.ofMillis(Math.min(SHORTEST.toMillis() + grown, longest.toMillis()));
  }
}
