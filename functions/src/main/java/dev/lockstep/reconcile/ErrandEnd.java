package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.reconcile.Operations.Progress;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.InFlight.Operation;
import dev.lockstep.reconcile.state.Sent;
import java.util.Optional;

/**
 * Tells what became of a document that no plan asked for, once it is not in flight any more.
 *
 * <pre>
 * the operation   | the gateway | then
 * ----------------+-------------+----------------------------------------------------------------
 * still runs      | any         | it stays in flight
 * was overtaken   | any         | what it was for is looked at anew
 * failed          | any         | what it was for is given up
 * ended, or says  | Failed      | what it was for is given up
 *   nothing       | else        | what it was for is looked at anew: it is done, or is done again
 * </pre>
 */
final class ErrandEnd {
  private final Operations operations;
  private final FlightLook look;

  ErrandEnd(Operations operations, FlightLook look) {
    this.operations = operations;
    this.look = look;
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
    return failed.flatMap(why -> given(session, why));
  }

  private static Optional<String> reason(Verdict verdict) {
    return verdict.kind() == Verdict.Kind.CONFLICT
        ? Optional.empty()
        : Optional.of(verdict.reason());
  }

  private static Optional<Outcome> given(Session session, String why) {
    session.record().note("the operation ended with " + why);
    return session
        .aftercare()
        .reversal()
        .map(reversal -> ((Step.End) Reverser.giveUp(session, reversal, why)).outcome());
  }

  static boolean isFailed(GatewayDocument gateway) {
    return gateway.provisioningState().equalsIgnoreCase("Failed");
  }
}
