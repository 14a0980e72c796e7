package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.Operations.Progress;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.InFlight.Operation;
import dev.lockstep.reconcile.state.Sent;
import java.util.Optional;

/**
 * Tells what became of a change that is not in flight any more, from the plan on what is there now:
 * all of it, whether somebody has confirmed it or not, frozen or not. What may not be written again
 * is no sign that it was written.
 *
 * <pre>
 * the new plan leaves    | the gateway | the operation       | the change
 * the gateway alone      | is          | says                |
 * -----------------------+-------------+---------------------+-----------------------------------
 * yes                    | Succeeded   | -                   | landed
 * yes                    | not         | failed              | refused
 * yes                    | Failed, was | nothing, canceled   | refused
 *                        | well before |                     |
 * no, asks for the same  | any         | failed              | refused
 * no, asks for the same  | any         | canceled            | overtaken: plan again
 * no                     | any         | still runs          | in flight: the state may say Succeeded
 *                        |             |                     | for a moment (Azure/azure-cli#32961)
 * no, for some of the    | any         | nothing, or well,   | in flight: reads may lag by a minute
 * same                   |             | less than 2 min ago |
 * no                     | any         | nothing, or well    | landed, and changed since: plan again
 * no, asks for other     | any         | failed              | of no interest: plan again
 * </pre>
 *
 * A change that failed and left the gateway {@code Failed} is taken back first, whatever is asked
 * for now ({@link Reverser}).
 */
final class FlightEnd {
  private final Operations operations;
  private final FlightLook look;
  private final Overtakes overtakes;
  private final Pace pace;
  private final ErrandEnd errandEnd;
  private final Landing landing;

  FlightEnd(Operations operations, FlightLook look, Pace pace) {
    this.operations = operations;
    this.look = look;
    this.overtakes = new Overtakes(pace);
    this.pace = pace;
    this.errandEnd = new ErrandEnd(operations, look, pace);
    this.landing = new Landing(pace);
  }

  /**
   * Concludes the change, and ends the run if it was refused for good.
   *
   * @param plan everything that is wanted, what has to wait included
   */
  Optional<Outcome> conclude(Session session, InFlight change, Plan plan, GatewayDocument now) {
    session.set(session.flight().cleared());
    Optional<Sent> sent =
        session
            .aftercare()
            .sent()
            .filter(of -> of.fingerprint().equals(change.fingerprint().name()));
    if (sent.filter(of -> of.kind() != Sent.Kind.CHANGE).isPresent()) {
      if (change instanceof Intent) {
        overtakes.concluded(session, !ErrandEnd.neverSent(change, now));
      }
      return errandEnd.conclude(session, change, sent.get(), now);
    }
    Optional<Fingerprint> wanted = Fingerprints.of(plan);
    if (change instanceof Intent) {
      overtakes.concluded(session, wanted.filter(change.fingerprint()::overlaps).isEmpty());
    }
    if (wanted.isEmpty() && now.isSettled()) {
      landing.land(session, change, sent);
      return Optional.empty();
    }
    Progress progress =
        change instanceof Operation operation
            ? operations.ask(session.arm(), operation)
            : new Progress.Unknown();
    boolean same = wanted.filter(w -> !w.equals(change.fingerprint())).isEmpty();
    if (tellsNothing(progress) && leftFailed(sent, wanted, now)) {
      return RefusedChange.of(session, change, sent, RefusedChange.UNEXPLAINED, true, now);
    }
    if (!(change instanceof Operation operation)) {
      return Optional.empty();
    }
    if (progress instanceof Progress.Running
        || (!(progress instanceof Progress.Failed) && mayLag(session, operation, wanted))) {
      return Optional.of(look.unfinished(session, operation, "Updating"));
    }
    if (!(progress instanceof Progress.Failed failed)) {
      landing.land(session, operation, sent);
      return Optional.empty();
    }
    session.record().note("the operation ended with " + failed.verdict().reason());
    return RefusedChange.of(session, operation, sent, failed.verdict(), same, now);
  }

  /**
   * A write that canceled ours was made on ours: which of them the gateway failed on is not told.
   */
  private static boolean tellsNothing(Progress progress) {
    return progress instanceof Progress.Unknown
        || (progress instanceof Progress.Failed failed
            && failed.verdict().kind() == Verdict.Kind.CONFLICT);
  }

  /** Whether our document stands there, and the gateway that was well before it is Failed. */
  private static boolean leftFailed(
      Optional<Sent> sent, Optional<Fingerprint> wanted, GatewayDocument now) {
    return ErrandEnd.isFailed(now)
        && wanted.isEmpty()
        && sent.filter(of -> of.trial().snapshot().usable()).isPresent();
  }

  /** Whether the read may be older than the change: it asks for what the change did already. */
  private boolean mayLag(Session session, Operation change, Optional<Fingerprint> wanted) {
    return session.now().isBefore(change.at().plus(pace.lag()))
        && wanted.filter(change.fingerprint()::overlaps).isPresent();
  }
}
