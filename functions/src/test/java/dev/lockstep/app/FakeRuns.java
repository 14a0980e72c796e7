package dev.lockstep.app;

import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A reconciler that does as it is told and writes down what it was asked. */
final class FakeRuns implements Runs {
  static final PlanHash HASH = new PlanHash("0123456789abcdef");
  static final Blocked COLLISION =
      new Blocked(
          BlockCode.LISTENER_COLLISION,
          "edge",
          Optional.empty(),
          "a listener is there",
          "remove it or adopt it");

  private final List<String> asked = new ArrayList<>();
  private Outcome outcome = new Outcome.Converged();
  private ApplyResult applyResult = new ApplyResult.Accepted(outcome);
  private TargetState state = TargetState.INITIAL;
  private Optional<MessageMeta> meta = Optional.empty();

  static Plan plan() {
    return new Plan(
        Estate.GATEWAY,
        List.of(),
        List.of(COLLISION),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        OwnerRecord.EMPTY,
        HASH);
  }

  List<String> asked() {
    return asked;
  }

  MessageMeta meta() {
    return meta.orElseThrow();
  }

  void willEnd(Outcome end) {
    outcome = end;
  }

  void willApply(ApplyResult result) {
    applyResult = result;
  }

  void remembers(TargetState remembered) {
    state = remembered;
  }

  @Override
  public Outcome run(Message message, MessageMeta given) {
    asked.add("run " + message);
    meta = Optional.of(given);
    return outcome;
  }

  @Override
  public ApplyResult apply(TargetId target, PlanHash reviewed, String who) {
    asked.add("apply " + target + " " + reviewed + " for " + who);
    return applyResult;
  }

  @Override
  public Plan planNow(TargetId target) {
    asked.add("plan " + target);
    return plan();
  }

  @Override
  public TargetState state(TargetId target) {
    return state;
  }

  @Override
  public void poisoned(String text, MessageMeta given) {
    asked.add("poisoned " + text);
    meta = Optional.of(given);
  }
}
