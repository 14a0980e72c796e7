package dev.lockstep.app;

import dev.lockstep.model.TargetId;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.ApplyResult;
import dev.lockstep.reconcile.MessageMeta;
import dev.lockstep.reconcile.Outcome;
import dev.lockstep.reconcile.Reconciler;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Message;

/** What the app asks of the reconciler; {@link Reconciler} says what each call does and throws. */
interface Runs {
  Outcome run(Message message, MessageMeta meta);

  ApplyResult apply(TargetId target, PlanHash reviewed, String who);

  Plan planNow(TargetId target);

  TargetState state(TargetId target);

  void poisoned(String text, MessageMeta meta);

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
      public void poisoned(String text, MessageMeta meta) {
        reconciler.poisoned(text, meta);
      }
    };
  }
}
