package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.util.SortedSet;
import java.util.logging.Logger;

/** One signal per target, whatever has happened. */
final class DriftCheck {
  private final SortedSet<TargetId> targets;
  private final Outbox outbox;

  DriftCheck(SortedSet<TargetId> targets, Outbox outbox) {
    this.targets = targets;
    this.outbox = outbox;
  }

  void run(Logger log) {
    Cause cause = Cause.of(Cause.Kind.DRIFT_CHECK, "the schedule of the drift check");
    int sent =
        outbox
            .send(targets.stream().map(target -> new Message.Signal(target, cause)).toList())
            .size();
    log.info(LogLine.of("drift check").with("signals", sent).toString());
  }
}
