package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import java.util.Set;
import java.util.SortedSet;

/** What a caller of {@code resync} wants. */
sealed interface ResyncRequest {
  /** Look at these targets, as soon as the queue allows. */
  record Look(SortedSet<TargetId> targets) implements ResyncRequest {}

  /** Show the plan of this target, now, and change nothing. */
  record Show(TargetId target) implements ResyncRequest {}

  /** Carry out exactly the plan that was reviewed. */
  record Apply(TargetId target, PlanHash reviewed) implements ResyncRequest {}

  /** Show the changes that are held back until a person has them tried again. */
  record HeldBack(TargetId target) implements ResyncRequest {}

  /** Try a change once more that is held back. */
  record Retry(TargetId target, PlanHash change) implements ResyncRequest {}

  /** The names of the query parameters. */
  Set<String> PARAMETERS = Set.of("plan", "apply", "retry");
}
