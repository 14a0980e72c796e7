package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Puts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How many changes of one gateway may be sent within an hour. An update takes up to five minutes,
 * so a gateway that is changed more often than every five minutes is never at rest; whatever asks
 * for that is wrong. A person's word lifts it.
 */
record Ceiling(Pace pace) {
  /** Why a change is not sent now; empty when it may be. */
  Optional<Step> hold(Session session, Consignment cargo) {
    if (!cargo.isChange() || session.trigger().reviewed().isPresent()) {
      return Optional.empty();
    }
    Instant now = session.now();
    return session
        .writing()
        .puts()
        .freeAt(Puts.Kind.CHANGE, pace.putsPerHour(), now)
        .map(free -> wait(session, Duration.between(now, free)));
  }

  private Step wait(Session session, Duration until) {
    String why =
        pace.putsPerHour() + " changes of the gateway were sent within an hour; the next one waits";
    session
        .record()
        .found(
            new Finding(
                FindingCode.CEILING,
                why,
                "Find out what changes so often: the journal of the target tells each change and its"
                    + " cause. To write now, resync with apply=<plan hash>."));
    return new Step.End(new Outcome.Waiting(until, why));
  }

  /** Counts a change whose intent is about to be recorded. */
  static void count(Session session, Consignment cargo) {
    session.set(
        session.writing().with(session.writing().puts().sending(kind(cargo), session.now())));
  }

  /** Forgets the last one: it was refused, so the gateway had no unrest of it. */
  static void uncount(Session session) {
    session.set(session.writing().with(session.writing().puts().refused()));
  }

  private static Puts.Kind kind(Consignment cargo) {
    return switch (cargo.sent().kind()) {
      case CHANGE -> Puts.Kind.CHANGE;
      case NUDGE -> Puts.Kind.NUDGE;
      default -> Puts.Kind.ROLLBACK;
    };
  }
}
