package dev.lockstep.simulator.storage;

import java.time.Instant;

/**
 * Makes entity tags as the services do: quoted, {@code 0x8D…}, derived from the time of the change.
 * Two changes within one tick still get different tags, so a tag never stands for two contents.
 */
final class Etags {
  /** 100 ns ticks between year 1 and 1970. */
  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;

  private long last;

  synchronized String next(Instant now) {
    long ticks = EPOCH_TICKS + now.getEpochSecond() * 10_000_000L + now.getNano() / 100;
    last = Math.max(ticks, last + 1);
    return "\"0x" + Long.toHexString(last).toUpperCase(java.util.Locale.ROOT) + "\"";
  }
}
