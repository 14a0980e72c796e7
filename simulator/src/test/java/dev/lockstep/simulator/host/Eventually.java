package dev.lockstep.simulator.host;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for the world to get into a state. */
public final class Eventually {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  private Eventually() {}

  /** Returns as soon as the condition holds; fails after a minute and a half. */
  public static void holds(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + DEADLINE + ": " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
