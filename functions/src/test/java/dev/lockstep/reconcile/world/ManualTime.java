package dev.lockstep.reconcile.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when told to: a clock and a ticker that agree. */
public final class ManualTime extends Clock {
  private Instant now = Instant.parse("2026-11-02T10:00:00Z");
  private long nanos = 5_000_000_000L;

  /** Lets time pass. */
  public void advance(Duration duration) {
    now = now.plus(duration);
    nanos += duration.toNanos();
  }

  /** Lets time pass until then; nothing happens when it is past. */
  public void advanceTo(Instant then) {
    if (then.isAfter(now)) {
      advance(Duration.between(now, then));
    }
  }

  /** The monotonic clock. */
  public long nanos() {
    return nanos;
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
