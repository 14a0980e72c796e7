package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The latest answer on backend health, as far as it is needed before a change.
 *
 * @param asked when it was asked for in order to change something; empty when never
 * @param at when the latest answer came; empty when none did
 * @param healthy the pairs of pool and settings that were healthy then, by name
 */
public record HealthSeen(Optional<Instant> asked, Optional<Instant> at, SortedSet<String> healthy) {
  /** Nothing seen. */
  public static final HealthSeen NONE =
      new HealthSeen(Optional.empty(), Optional.empty(), new TreeSet<>());

  public HealthSeen {
    healthy = Collections.unmodifiableSortedSet(new TreeSet<>(healthy));
  }

  /** The same, asked for now. */
  public HealthSeen askedAt(Instant now) {
    return new HealthSeen(Optional.of(now), at, healthy);
  }

  /** The same with another answer. */
  public HealthSeen answered(Instant now, Set<String> healthyNow) {
    return new HealthSeen(asked, Optional.of(now), new TreeSet<>(healthyNow));
  }
}
