package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from a seed. Draws for different purposes come from different sequences. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed, String purpose) {
    this.random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + purpose.hashCode());
  }

  /** From 0 to below the bound. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** True once in so many. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** From the least to the most, to the millisecond. */
  Duration between(Duration least, Duration most) {
    return least.plusMillis(random.nextLong(most.minus(least).toMillis() + 1));
  }

  /** From the least to the most seconds. */
  Duration seconds(int least, int most) {
    return between(Duration.ofSeconds(least), Duration.ofSeconds(most));
  }
}
