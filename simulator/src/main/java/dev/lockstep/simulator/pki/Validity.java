package dev.lockstep.simulator.pki;

import java.time.Duration;
import java.time.Instant;

/**
 * When a certificate is valid; certificates count whole seconds.
 *
 * @param from first instant
 * @param to last instant
 */
public record Validity(Instant from, Instant to) {
  public Validity {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("ends at %s before it begins at %s".formatted(to, from));
    }
  }

  /** From an hour before, for clocks that differ, for a time after. */
  public static Validity around(Instant now, Duration length) {
    return new Validity(now.minus(Duration.ofHours(1)), now.plus(length));
  }
}
