package dev.lockstep.simulator.chaos;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is set. */
public final class VirtualTime extends Clock {
  /** When every life begins. */
  public static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

  private Instant now = START;

  /** Sets the time; it never goes back. */
  void advanceTo(Instant instant) {
    now = instant.isAfter(now) ? instant : now;
  }

  /** Nanoseconds since the start. */
  public long nanos() {
    return Duration.between(START, now).toNanos();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
