package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import java.time.Duration;
import java.util.List;

/** How a run ended. A decision, not an act: the caller schedules the next look. */
public sealed interface Outcome {
  /** Nothing to write; everything that should be, is. */
  record Converged() implements Outcome {}

  /** There is something to write, and nobody has confirmed it yet. */
  record Planned(PlanHash hash, String why) implements Outcome {}

  /** The gateway change was accepted and is looked at by later wakes. */
  record Applying(PlanHash hash) implements Outcome {}

  /** Something else has to end first. */
  record Waiting(Duration next, String why) implements Outcome {}

  /** Another writer was there first: read and plan again, never the old body. */
  record Conflict(String with) implements Outcome {}

  /** Everything that could be done is done, and this is in the way of the rest. */
  record Blocked(List<dev.lockstep.plan.Blocked> reasons) implements Outcome {}

  /** The owned part of the last good document was put back. */
  record RolledBack(String why) implements Outcome {}

  /** It did not work, and waiting will not help. */
  record Failed(String reason, String remedy) implements Outcome {}
}
