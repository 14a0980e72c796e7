package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.Retries;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.SortedSet;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Does what a caller of {@code resync} asks for. */
final class Resync {
  private final SortedSet<TargetId> targets;
  private final Runs runs;
  private final Outbox outbox;
  private final PlanPages pages;
  private final Manage manage;
  private final Callers callers;
  private final InvocationLog log;

  Resync(
      SortedSet<TargetId> targets,
      Runs runs,
      Outbox outbox,
      PlanPages pages,
      Manage manage,
      Callers callers,
      InvocationLog log) {
    this.manage = manage;
    this.callers = callers;
    this.targets = targets;
    this.runs = runs;
    this.outbox = outbox;
    this.pages = pages;
    this.log = log;
  }

  Reply answer(HttpCall call, Logger invocation) {
    String who = callers.withFunctionKey(call);
    if (call.query().keySet().stream().anyMatch(ManageRequest.VERBS::contains)) {
      return callers.isAdmin(call)
          ? manage.answer(call, "resync", who + " and the role " + Callers.ROLE, invocation)
          : pages.needsAdmin(path(call)).by(who);
    }
    try {
      return carriedOut(call, who, invocation).by(who);
    } catch (UnreadableState e) {
      return pages.unreadableState(e.getMessage()).by(who);
    }
  }

  private static String path(HttpCall call) {
    String target = call.segmentAfter("resync").map(name -> "/" + name).orElse("");
    String query =
        call.query().entrySet().stream()
            .map(e -> e.getValue().isEmpty() ? e.getKey() : e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("&"));
    return "/api/manage" + target + "?" + query;
  }

  private Reply carriedOut(HttpCall call, String who, Logger invocation) {
    ResyncReader.Reading reading = ResyncReader.read(call, targets);
    if (reading instanceof ResyncReader.Reading.Refused refused) {
      return refused.reply();
    }
    ResyncRequest request = ((ResyncReader.Reading.Understood) reading).request();
    if (request instanceof ResyncRequest.Look look) {
      return look(look, who, invocation);
    }
    if (request instanceof ResyncRequest.Show show) {
      return pages.plan(call, show.target(), runs.planNow(show.target()));
    }
    if (request instanceof ResyncRequest.HeldBack held) {
      return pages.heldBack(held.target(), runs.heldBack(held.target()));
    }
    return request instanceof ResyncRequest.Retry retry
        ? retry(retry, who, invocation)
        : apply((ResyncRequest.Apply) request, call, who, invocation);
  }

  private Reply look(ResyncRequest.Look look, String who, Logger invocation) {
    Cause cause = Cause.of(Cause.Kind.RESYNC, who + " asked for it");
    List<Message.Signal> sent =
        outbox.send(
            look.targets().stream().map(target -> new Message.Signal(target, cause)).toList());
    sent.forEach(signal -> invocation.info(SignalLog.line(signal)));
    return pages.signalled(sent);
  }

  private Reply retry(ResyncRequest.Retry retry, String who, Logger invocation) {
    TargetId target = retry.target();
    Retries.Result result = log.during(invocation, () -> runs.retry(target, retry.change(), who));
    if (result instanceof Retries.Result.Unknown unknown) {
      return pages.notHeldBack(target, retry.change(), unknown.heldBack());
    }
    return result instanceof Retries.Result.Busy busy
        ? pages.busy(target, busy.why())
        : pages.outcome(target, ((Retries.Result.Retried) result).outcome(), who);
  }

  private Reply apply(ResyncRequest.Apply apply, HttpCall call, String who, Logger invocation) {
    TargetId target = apply.target();
    PlanHash reviewed = apply.reviewed();
    ApplyResult result = log.during(invocation, () -> runs.apply(target, reviewed, who));
    if (result instanceof ApplyResult.Changed changed) {
      return pages.changed(call, target, changed.plan());
    }
    return result instanceof ApplyResult.Busy busy
        ? pages.busy(target, busy.why())
        : pages.outcome(target, reviewed, ((ApplyResult.Accepted) result).outcome(), who);
  }
}
