package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How a run ended. A decision, not an act: {@link Ending} schedules the next look. */
public sealed interface Outcome {
  /** The outcome's name in journals and log lines. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** One sentence; may be empty. */
  default String why() {
    return "";
  }

  /** Nothing to write; everything that should be, is. */
  record Converged() implements Outcome {}

  /** There is something to write, and something holds it back: nobody has confirmed it yet. */
  record Planned(PlanHash hash, String why) implements Outcome {}

  /** The gateway change was accepted and is looked at by later wakes. */
  record Applying(PlanHash hash) implements Outcome {}

  /** Something else has to end first. */
  record Waiting(Duration next, String why) implements Outcome {}

  /** Another writer was there first: read and plan again, never the old body. */
  record Conflict(Duration next, String with) implements Outcome {
    @Override
    public String why() {
      return with;
    }
  }

  /** Everything that could be done is done, and this is in the way of the rest. */
  record Blocked(List<dev.lockstep.plan.Blocked> reasons) implements Outcome {
    public Blocked {
      reasons = List.copyOf(reasons);
    }

    @Override
    public String why() {
      return reasons.stream()
          .map(blocked -> blocked.code().wireName())
          .distinct()
          .collect(Collectors.joining(", "));
    }
  }

  /** The owned part of the last good document was put back. */
  record RolledBack(String why) implements Outcome {}

  /** It did not work, and waiting will not help. */
  record Failed(String reason, String remedy) implements Outcome {
    @Override
    public String why() {
      return reason;
    }
  }

  /** No run took place: the message was answered already, or another worker has the target. */
  record Skipped(String why) implements Outcome {}
}
