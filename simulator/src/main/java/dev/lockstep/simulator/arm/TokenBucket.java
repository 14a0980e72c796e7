package dev.lockstep.simulator.arm;

import dev.lockstep.simulator.world.Throttling;
import java.time.Duration;
import java.time.Instant;

/** One bucket that fills up steadily. A request that comes before it was told to is not taken. */
final class TokenBucket {
  private double level;
  private Instant last;
  private Instant closedUntil = Instant.MIN;

  TokenBucket(Throttling.Bucket shape, Instant now) {
    level = shape.size();
    last = now;
  }

  /** Whole requests left now. */
  long left(Throttling.Bucket shape, Instant now) {
    double seconds = Math.max(0, Duration.between(last, now).toMillis() / 1000.0);
    level = Math.min(shape.size(), level + seconds * shape.refill());
    last = now;
    return (long) level;
  }

  /** Whether a request is let through now. */
  boolean open(Throttling.Bucket shape, Instant now) {
    return left(shape, now) >= 1 && !now.isBefore(closedUntil);
  }

  /** Takes one; an empty bucket stays empty. */
  void take() {
    level = Math.max(0, level - 1);
  }

  /** Closes the bucket until one request fits, in whole seconds, and says how long that is. */
  Duration close(Throttling.Bucket shape, Instant now) {
    if (!now.isBefore(closedUntil)) {
      long seconds = (long) Math.ceil(Math.max(0, 1 - level) / shape.refill());
      closedUntil = now.plusSeconds(Math.max(1, seconds));
    }
    return Duration.between(now, closedUntil);
  }
}
