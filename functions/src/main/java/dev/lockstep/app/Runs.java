package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Order;
import dev.lockstep.reconcile.OrderResult;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.PoisonList;
import dev.lockstep.reconcile.Reconciler;
import dev.lockstep.reconcile.Retries;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Message;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/** What the app asks of the reconciler; {@link Reconciler} says what each call does and throws. */
interface Runs {
  Outcome run(Message message, MessageMeta meta);

  ApplyResult apply(TargetId target, PlanHash reviewed, String who);

  Plan planNow(TargetId target);

  TargetState state(TargetId target);

  SortedSet<TargetId> unbound();

  void poisoned(String text, MessageMeta meta);

  Retries.Result retry(TargetId target, PlanHash change, String who);

  SortedMap<PlanHash, String> heldBack(TargetId target);

  OrderResult propose(TargetId target, Order order);

  OrderResult carryOut(TargetId target, Order order, PlanHash confirmed, String who);

  PoisonList poison(Optional<TargetId> target);

  Optional<List<Message.Signal>> replay(Optional<TargetId> target, PlanHash confirmed, String who);

  /** The runs of this reconciler. */
  static Runs of(Reconciler reconciler) {
    return new Runs() {
      @Override
      public Outcome run(Message message, MessageMeta meta) {
        return reconciler.run(message, meta);
      }

      @Override
      public ApplyResult apply(TargetId target, PlanHash reviewed, String who) {
        return reconciler.apply(target, reviewed, who);
      }

      @Override
      public Plan planNow(TargetId target) {
        return reconciler.planNow(target);
      }

      @Override
      public TargetState state(TargetId target) {
        return reconciler.state(target);
      }

      @Override
      public SortedSet<TargetId> unbound() {
        return reconciler.unbound();
      }

      @Override
      public void poisoned(String text, MessageMeta meta) {
        reconciler.poisoned(text, meta);
      }

      @Override
      public Retries.Result retry(TargetId target, PlanHash change, String who) {
        return reconciler.retry(target, change, who);
      }

      @Override
      public SortedMap<PlanHash, String> heldBack(TargetId target) {
        return reconciler.heldBack(target);
      }

      @Override
      public OrderResult propose(TargetId target, Order order) {
        return reconciler.propose(target, order);
      }

      @Override
      public OrderResult carryOut(TargetId target, Order order, PlanHash confirmed, String who) {
        return reconciler.carryOut(target, order, confirmed, who);
      }

      @Override
      public PoisonList poison(Optional<TargetId> target) {
        return reconciler.poison(target);
      }

      @Override
      public Optional<List<Message.Signal>> replay(
          Optional<TargetId> target, PlanHash confirmed, String who) {
        return reconciler.replay(target, confirmed, who);
      }
    };
  }
}
