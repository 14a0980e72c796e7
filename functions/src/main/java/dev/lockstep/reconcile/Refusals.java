package dev.lockstep.reconcile;

import dev.lockstep.reconcile.error.StandingConflict;
import dev.lockstep.reconcile.error.Verdict;
import java.util.Optional;

/** From a verdict to how the run goes on. The one table for record sets and the gateway. */
final class Refusals {
  private Refusals() {}

  static Step step(Session session, Verdict verdict, String what) {
    String why = what + ": " + verdict.reason();
    finding(verdict)
        .ifPresent(code -> session.record().found(new Finding(code, why, verdict.remedy())));
    if (verdict.kind() == Verdict.Kind.DENIED) {
      session.record().denied();
    }
    return switch (verdict.kind()) {
      case CONFLICT -> Conflicts.step(session, verdict, what);
      case THROTTLED -> new Step.End(session.waiting(verdict.retryAfter(), why));
      case DENIED, REFUSED -> new Step.End(new Outcome.Failed(why, verdict.remedy()));
      case UNCERTAIN, NOT_SENT -> new Step.End(session.waiting(verdict.retryAfter(), why));
    };
  }

  /** What a person should hear of at once: it stands in the way of every write. */
  private static Optional<FindingCode> finding(Verdict verdict) {
    if (verdict.kind() != Verdict.Kind.DENIED) {
      return Optional.empty();
    }
    if (verdict.reason().contains("ScopeLocked")) {
      return Optional.of(FindingCode.LOCKED);
    }
    if (StandingConflict.isNamedIn(verdict.reason())) {
      return Optional.of(FindingCode.READ_ONLY);
    }
    return verdict.reason().contains("RequestDisallowedByPolicy")
        ? Optional.of(FindingCode.POLICY_DENIED)
        : Optional.empty();
  }
}
