package dev.lockstep.cli.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.reconcile.Brain;
import dev.lockstep.reconcile.Ports;
import dev.lockstep.simulator.chaos.LifeReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A bug that is put in from outside, to see that it is found. */
enum Break {
  /** No bug. */
  NONE(""),
  /** A lease is always given, and states are written whatever is there. */
  LEASE("own change was under way"),
  /** A write that was refused or brought no answer is sent again as it was. */
  BLIND_RETRY("though If-Match is honoured"),
  /** What a read that failed does not show counts as gone, and goes at once. */
  TRUST_EMPTY("though it is listed"),
  /** Wakes are never sent. */
  DROP_WAKE("half an hour after the last fault"),
  /** A rollback puts the whole earlier document back. */
  SNAPSHOT_ROLLBACK(" what others "),
  /** Signals count as older than they are, so that an earlier look seems to cover them. */
  STALE_COVER("half an hour after the last fault"),
  /** The intent to write is not kept. */
  IGNORE_INTENT("own change was under way");

  private static final Duration STALE = Duration.ofHours(1);

  private final String sign;

  /**
   * @param sign words of the violation that this bug causes
   */
  Break(String sign) {
    this.sign = sign;
  }

  /** The violation of a life that this bug causes; others may have come first, or of other bugs. */
  Optional<String> sign(LifeReport report) {
    return report.violations().stream().filter(one -> one.contains(sign)).findFirst();
  }

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
      case IGNORE_INTENT -> BrokenPorts.ignoringIntents(good, memory);
      default -> good;
    };
  }

  Brain brain(Brain good) {
    return this == TRUST_EMPTY
        ? new Brain(
            input -> good.planner().apply(BrokenPorts.removingAtOnce(input)),
            good.confirmed(),
            good.asData(),
            good.states())
        : good;
  }

  Instant inserted(Instant real) {
    return this == STALE_COVER ? real.minus(STALE) : real;
  }
}
