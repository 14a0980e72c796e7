package dev.lockstep.cli.rollover;

import dev.lockstep.cli.story.Broken;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for the world to become as it should. */
final class Patience {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private Patience() {}

  /**
   * Waits until it holds.
   *
   * @throws Broken when it does not after four minutes
   */
  static void await(String what, BooleanSupplier holds) {
    await(what, LOOK_EVERY, holds);
  }

  /** The same, looking more rarely, where a look costs others something. */
  static void await(String what, Duration every, BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new Broken("not so after %d s: %s".formatted(LIMIT.toSeconds(), what));
      }
      pause(every);
    }
  }

  /**
   * Waits until a count is reached, however slow the machine is.
   *
   * @throws Broken when it does not grow for four minutes
   */
  static void awaitCount(String what, LongSupplier count, long wanted) {
    for (long seen = count.getAsLong(); seen < wanted; seen = count.getAsLong()) {
      long before = seen;
      await(what, () -> count.getAsLong() > before);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Broken("interrupted");
    }
  }
}
