package dev.lockstep.app;

import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.TargetId;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Blocked;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Order;
import dev.lockstep.reconcile.OrderResult;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.PoisonList;
import dev.lockstep.reconcile.Proposal;
import dev.lockstep.reconcile.Retries;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

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
  public SortedSet<TargetId> unbound() {
    return Collections.emptySortedSet();
  }

  @Override
  public void poisoned(String text, MessageMeta given) {
    asked.add("poisoned " + text);
    meta = Optional.of(given);
  }

  private final SortedMap<PlanHash, String> heldBack =
      new TreeMap<>(Comparator.comparing(PlanHash::value));
  private PoisonList poison = new PoisonList(List.of());
  private OrderResult orderResult = new OrderResult.Done(new Proposal.Removing(plan(), false));

  void holdsBack(PlanHash change, String reason) {
    heldBack.put(change, reason);
  }

  void keeps(PoisonList messages) {
    poison = messages;
  }

  void willAnswer(OrderResult result) {
    orderResult = result;
  }

  @Override
  public Retries.Result retry(TargetId target, PlanHash change, String who) {
    asked.add("retry " + target + " " + change + " for " + who);
    return heldBack.containsKey(change)
        ? new Retries.Result.Retried(outcome)
        : new Retries.Result.Unknown(heldBack);
  }

  @Override
  public SortedMap<PlanHash, String> heldBack(TargetId target) {
    return heldBack;
  }

  @Override
  public OrderResult propose(TargetId target, Order order) {
    asked.add("propose " + target + " " + order);
    return new OrderResult.Shown(new Proposal.Removing(plan(), false));
  }

  @Override
  public OrderResult carryOut(TargetId target, Order order, PlanHash confirmed, String who) {
    asked.add(order.verb().word() + " " + target + " " + confirmed + " for " + who);
    return orderResult;
  }

  @Override
  public PoisonList poison(Optional<TargetId> target) {
    return poison;
  }

  @Override
  public Optional<List<Message.Signal>> replay(
      Optional<TargetId> target, PlanHash confirmed, String who) {
    asked.add("replay for " + who);
    return confirmed.equals(poison.hash()) ? Optional.of(List.of()) : Optional.empty();
  }
}
