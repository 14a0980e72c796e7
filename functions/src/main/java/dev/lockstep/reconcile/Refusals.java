package dev.lockstep.reconcile;

import dev.lockstep.reconcile.error.Verdict;

/** From a verdict to how the run goes on. The one table for record sets and the gateway. */
final class Refusals {
  private Refusals() {}

  static Step step(Session session, Verdict verdict, String what) {
    String why = what + ": " + verdict.reason();
    return switch (verdict.kind()) {
      case CONFLICT ->
          verdict.retryAfter().isPresent()
              ? new Step.End(session.conflict(verdict.retryAfter(), why))
              : new Step.Again(why);
      case THROTTLED -> new Step.End(session.waiting(verdict.retryAfter(), why));
      case DENIED, REFUSED -> new Step.End(new Outcome.Failed(why, verdict.remedy()));
      case UNCERTAIN, NOT_SENT -> new Step.End(session.waiting(verdict.retryAfter(), why));
    };
  }
}
