package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.SortedSet;
import java.util.logging.Logger;

/** Does what a caller of {@code resync} asks for. */
final class Resync {
  private static final String WHO = "a holder of the function key";

  private final SortedSet<TargetId> targets;
  private final Runs runs;
  private final Outbox outbox;
  private final PlanPages pages;
  private final InvocationLog log;

  Resync(
      SortedSet<TargetId> targets, Runs runs, Outbox outbox, PlanPages pages, InvocationLog log) {
    this.targets = targets;
    this.runs = runs;
    this.outbox = outbox;
    this.pages = pages;
    this.log = log;
  }

  Reply answer(HttpCall call, Logger invocation) {
    try {
      return carriedOut(call, invocation);
    } catch (UnreadableState e) {
      return pages.unreadableState(e.getMessage());
    }
  }

  private Reply carriedOut(HttpCall call, Logger invocation) {
    ResyncReader.Reading reading = ResyncReader.read(call, targets);
    if (reading instanceof ResyncReader.Reading.Refused refused) {
      return refused.reply();
    }
    ResyncRequest request = ((ResyncReader.Reading.Understood) reading).request();
    if (request instanceof ResyncRequest.Look look) {
      return look(look, invocation);
    }
    if (request instanceof ResyncRequest.Show show) {
      return pages.plan(call, show.target(), runs.planNow(show.target()));
    }
    return apply((ResyncRequest.Apply) request, call, invocation);
  }

  private Reply look(ResyncRequest.Look look, Logger invocation) {
    Cause cause = Cause.of(Cause.Kind.RESYNC, WHO + " asked for it");
    List<Message.Signal> sent =
        outbox.send(
            look.targets().stream().map(target -> new Message.Signal(target, cause)).toList());
    sent.forEach(signal -> invocation.info(SignalLog.line(signal)));
    return pages.signalled(sent);
  }

  private Reply apply(ResyncRequest.Apply apply, HttpCall call, Logger invocation) {
    TargetId target = apply.target();
    PlanHash reviewed = apply.reviewed();
    ApplyResult result = log.during(invocation, () -> runs.apply(target, reviewed, WHO));
    if (result instanceof ApplyResult.Changed changed) {
      return pages.changed(call, target, changed.plan());
    }
    return result instanceof ApplyResult.Busy busy
        ? pages.busy(target, busy.why())
        : pages.outcome(target, reviewed, ((ApplyResult.Accepted) result).outcome());
  }
}
