package dev.lockstep.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A bug that is put in from outside, to see that it is found. */
enum Break {
  /** No bug. */
  NONE,
  /** A lease is always given, and states are written whatever is there. */
  LEASE,
  /** A write that was refused or brought no answer is sent again as it was. */
  BLIND_RETRY,
  /** A service that cannot be read counts as one without host names, and that as confirmed. */
  TRUST_EMPTY,
  /** Wakes are never sent. */
  DROP_WAKE,
  /** A rollback puts the whole earlier document back. */
  SNAPSHOT_ROLLBACK,
  /** Signals count as older than they are, so that an earlier look seems to cover them. */
  STALE_COVER,
  /** The intent to write is not kept. */
  IGNORE_INTENT;

  private static final Duration STALE = Duration.ofMinutes(2);

  /** The name on the command line. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /**
   * The ports with the bug.
   *
   * @param memory what the bug remembers over the processes of a life
   */
  Ports ports(Ports good, Map<String, JsonNode> memory) {
    return switch (this) {
      case LEASE -> BrokenPorts.withoutLease(good);
      case BLIND_RETRY -> BrokenPorts.retryingBlindly(good);
      case TRUST_EMPTY -> BrokenPorts.trustingEmpty(good);
      case DROP_WAKE -> BrokenPorts.droppingWakes(good);
      case SNAPSHOT_ROLLBACK -> BrokenPorts.puttingAllBack(good, memory);
      case IGNORE_INTENT -> BrokenPorts.ignoringIntents(good);
      default -> good;
    };
  }

  Brain brain(Brain good) {
    return this == TRUST_EMPTY
        ? new Brain(
            input -> good.planner().apply(input.withRemovalsConfirmed()),
            good.confirmed(),
            good.asData())
        : good;
  }

  Instant inserted(Instant real) {
    return this == STALE_COVER ? real.minus(STALE) : real;
  }
}
