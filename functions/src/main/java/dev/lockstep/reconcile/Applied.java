package dev.lockstep.reconcile;

import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Section.Ended;
import java.util.Optional;

/** What a run that was asked to carry out a reviewed plan has to say to the person who asked. */
final class Applied {
  private Applied() {}

  static ApplyResult result(Ended ended, PlanHash reviewed) {
    Outcome outcome = ended.outcome();
    Optional<Plan> latest = ended.session().record().latest();
    if (outcome instanceof Outcome.Applying applying && applying.hash().equals(reviewed)) {
      return new ApplyResult.Accepted(outcome);
    }
    if (latest.isEmpty() && outcome instanceof Outcome.Failed) {
      return new ApplyResult.Accepted(outcome);
    }
    if (latest.isEmpty()) {
      return new ApplyResult.Busy(outcome.name() + ": " + outcome.why());
    }
    return ended.session().record().isReviewed(reviewed)
        ? new ApplyResult.Accepted(outcome)
        : new ApplyResult.Changed(latest.get());
  }
}
