package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.reconcile.Estate;
import dev.lockstep.reconcile.Order;
import dev.lockstep.reconcile.OrderResult;
import dev.lockstep.reconcile.state.StateCodec.UnreadableState;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Does what a caller of {@code manage} asks for: what takes away, and what gives into our hands.
 */
final class Manage {
  private final Estate estate;
  private final Runs runs;
  private final PlanPages plans;
  private final ManagePages pages;
  private final InvocationLog log;

  Manage(Estate estate, Runs runs, PlanPages plans, ManagePages pages, InvocationLog log) {
    this.estate = estate;
    this.runs = runs;
    this.plans = plans;
    this.pages = pages;
    this.log = log;
  }

  /**
   * Answers a caller whose right to ask has been checked.
   *
   * @param function the function that was called
   */
  Reply answer(HttpCall call, String function, String who, Logger invocation) {
    ManageReader.Reading reading = ManageReader.read(call, estate, function);
    if (reading instanceof ManageReader.Reading.Refused refused) {
      return refused.reply();
    }
    ManageRequest request = ((ManageReader.Reading.Understood) reading).request();
    try {
      return log.during(invocation, () -> answer(request, who, invocation)).by(who);
    } catch (UnreadableState e) {
      return plans.unreadableState(e.getMessage());
    }
  }

  private Reply answer(ManageRequest request, String who, Logger invocation) {
    if (request instanceof ManageRequest.Propose propose) {
      OrderResult shown = runs.propose(propose.target(), propose.order());
      return reply(propose.target(), propose.order(), shown, who);
    }
    if (request instanceof ManageRequest.Confirm confirm) {
      OrderResult done = runs.carryOut(confirm.target(), confirm.order(), confirm.hash(), who);
      return reply(confirm.target(), confirm.order(), done, who);
    }
    if (request instanceof ManageRequest.ShowPoison show) {
      return pages.poison(show.target(), runs.poison(show.target()), Optional.empty());
    }
    return replay((ManageRequest.Replay) request, who, invocation);
  }

  private Reply replay(ManageRequest.Replay replay, String who, Logger invocation) {
    Optional<List<Message.Signal>> sent = runs.replay(replay.target(), replay.hash(), who);
    if (sent.isEmpty()) {
      return pages.poison(
          replay.target(), runs.poison(replay.target()), Optional.of("poisonChanged"));
    }
    sent.get().forEach(signal -> invocation.info(SignalLog.line(signal)));
    return pages.replayed(sent.get(), who);
  }

  private Reply reply(TargetId target, Order order, OrderResult result, String who) {
    if (result instanceof OrderResult.Shown shown) {
      return pages.shown(target, order, shown.proposal());
    }
    if (result instanceof OrderResult.Changed changed) {
      return pages.changed(target, order, changed.now());
    }
    if (result instanceof OrderResult.Done done) {
      return pages.done(target, order, done.proposal(), who);
    }
    if (result instanceof OrderResult.Carried carried) {
      return plans.outcome(target, carried.outcome(), who);
    }
    return result instanceof OrderResult.Busy busy
        ? plans.busy(target, busy.why())
        : unread((OrderResult.Unread) result);
  }

  private Reply unread(OrderResult.Unread unread) {
    return pages.unread(unread.reason(), unread.remedy());
  }
}
