package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.reconcile.Operations.Progress;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.InFlight.Operation;
import dev.lockstep.reconcile.state.Nudges;
import dev.lockstep.reconcile.state.Sent;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells what became of a document that no plan asked for, once it is not in flight any more.
 *
 * <pre>
 * the operation   | the gateway | then
 * ----------------+-------------+----------------------------------------------------------------
 * still runs      | any         | it stays in flight
 * was overtaken   | any         | what it was for is looked at anew
 * failed          | Succeeded   | what it was for is given up; what else is wanted follows soon
 * failed          | else        | what it was for is given up
 * never began     | any         | what it was for is looked at anew
 * ended, or says  | Failed      | what it was for is given up
 *   nothing       | else        | what it was for is looked at anew: it is done, or is done again
 * </pre>
 */
final class ErrandEnd {
  private final Operations operations;
  private final FlightLook look;
  private final Pace pace;

  ErrandEnd(Operations operations, FlightLook look, Pace pace) {
    this.operations = operations;
    this.look = look;
    this.pace = pace;
  }

  Optional<Outcome> conclude(Session session, InFlight change, Sent sent, GatewayDocument now) {
    session.record().errand(sent.kind());
    Progress progress =
        change instanceof Operation operation
            ? operations.ask(session.arm(), operation)
            : new Progress.Unknown();
    if (progress instanceof Progress.Running) {
      return Optional.of(look.unfinished(session, change, "Updating"));
    }
    Optional<String> failed =
        progress instanceof Progress.Failed failure
            ? reason(failure.verdict())
            : Optional.of("the gateway is Failed").filter(why -> isFailed(now));
    if (neverSent(change, now)) {
      Nudges nudges = session.aftercare().nudges();
      if (sent.kind() == Sent.Kind.NUDGE) {
        session.set(session.aftercare().with(nudges.unsent(sent.why())));
      }
      return Optional.empty();
    }
    if (failed.isEmpty()) {
      Instant at = session.now().plus(pace.healthAfter());
      session.set(session.agenda().readingHealth(at, sent.why()));
      return Optional.empty();
    }
    if (now.isSettled()) {
      // Somebody has written it well since. What was wanted meanwhile has waited for this end, and
      // no other message will come for it.
      session.record().lookSoon();
    }
    return Optional.of(given(session, sent, failed.get()));
  }

  /** Whether the process died between the intent and the PUT: nothing has moved since. */
  static boolean neverSent(InFlight change, GatewayDocument now) {
    return change instanceof InFlight.Intent
        && change.etagBefore().isPresent()
        && change.etagBefore().equals(now.etag());
  }

  private static Optional<String> reason(Verdict verdict) {
    return verdict.kind() == Verdict.Kind.CONFLICT
        ? Optional.empty()
        : Optional.of(verdict.reason());
  }

  private static Outcome given(Session session, Sent sent, String why) {
    session.record().note("the operation ended with " + why);
    return session
        .aftercare()
        .reversal()
        .map(reversal -> Reverser.givenUp(session, reversal, why))
        .orElseGet(
            () ->
                new Outcome.Failed(
                    "the gateway did not take its own document: " + why,
                    "Look into the activity log of the gateway; what it names was wrong before."
                        + " It was to be written because "
                        + sent.why()
                        + "."));
  }

  static boolean isFailed(GatewayDocument gateway) {
    return gateway.provisioningState().equalsIgnoreCase("Failed");
  }
}
