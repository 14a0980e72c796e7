package dev.lockstep.reconcile.state;

import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.PlanHash;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is ours and what we are allowed.
 *
 * @param owned the gateway elements that are ours
 * @param absences host names that the latest complete reads lacked
 * @param confirmed who allowed this target to be written first; empty until somebody did
 * @param removing removals that a person has confirmed and that are not complete yet
 */
public record Holdings(
    OwnerRecord owned,
    Absences absences,
    Optional<Confirmed> confirmed,
    Optional<Removing> removing) {
  /** Nothing owned, nothing allowed. */
  public static final Holdings NONE =
      new Holdings(OwnerRecord.EMPTY, Absences.NONE, Optional.empty(), Optional.empty());

  /** The same with another owner record. */
  public Holdings owning(OwnerRecord other) {
    return new Holdings(other, absences, confirmed, removing);
  }

  /** The same with other absences. */
  public Holdings missing(Absences other) {
    return new Holdings(owned, other, confirmed, removing);
  }

  /** The same, confirmed. */
  public Holdings confirmedBy(Confirmed confirmation) {
    return new Holdings(owned, absences, Optional.of(confirmation), removing);
  }

  /** The same, with removals under way. */
  public Holdings removing(Removing confirmedRemovals) {
    return new Holdings(owned, absences, confirmed, Optional.of(confirmedRemovals));
  }

  /** The same, with no removals under way. */
  public Holdings removed() {
    return new Holdings(owned, absences, confirmed, Optional.empty());
  }

  /**
   * Removals that a person has confirmed.
   *
   * @param hosts the host names that may leave
   */
  public record Removing(SortedSet<HostName> hosts) {
    public Removing {
      hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
    }

    /** Removals of these host names. */
    public Removing(Set<HostName> hosts) {
      this((SortedSet<HostName>) new TreeSet<>(hosts));
    }
  }

  /**
   * A person's word that this target may be written (design section 6).
   *
   * @param plan the plan that was reviewed
   * @param who who said so: the name of a key, or an object id
   * @param at when
   */
  public record Confirmed(PlanHash plan, String who, Instant at) {}
}
