package dev.lockstep.reconcile.state;

import dev.lockstep.model.OwnerRecord;
import dev.lockstep.plan.Absences;
import dev.lockstep.plan.PlanHash;
import java.time.Instant;
import java.util.Optional;

/**
 * What is ours and what we are allowed.
 *
 * @param owned the gateway elements that are ours
 * @param absences host names that the latest complete reads lacked
 * @param confirmed who allowed this target to be written first; empty until somebody did
 */
public record Holdings(OwnerRecord owned, Absences absences, Optional<Confirmed> confirmed) {
  /** Nothing owned, nothing allowed. */
  public static final Holdings NONE =
      new Holdings(OwnerRecord.EMPTY, Absences.NONE, Optional.empty());

  /** The same with another owner record. */
  public Holdings owning(OwnerRecord other) {
    return new Holdings(other, absences, confirmed);
  }

  /** The same with other absences. */
  public Holdings missing(Absences other) {
    return new Holdings(owned, other, confirmed);
  }

  /** The same, confirmed. */
  public Holdings confirmedBy(Confirmed confirmation) {
    return new Holdings(owned, absences, Optional.of(confirmation));
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
