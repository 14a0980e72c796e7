package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.Operations.Progress;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.InFlight.Operation;
import java.util.Optional;

/**
 * Tells what became of a change that is not in flight any more, from the plan on what is there now.
 *
 * <pre>
 * the new plan leaves    | the gateway | the operation       | the change
 * the gateway alone      | is          | says                |
 * -----------------------+-------------+---------------------+-----------------------------------
 * yes                    | Succeeded   | -                   | landed
 * yes                    | not         | failed              | refused
 * no, asks for the same  | any         | failed              | refused
 * no, asks for the same  | any         | canceled            | overtaken: plan again
 * no                     | any         | still runs          | in flight: the state may say Succeeded
 *                        |             |                     | for a moment (Azure/azure-cli#32961)
 * no, for some of the    | any         | nothing, or well,   | in flight: reads may lag by a minute
 * same                   |             | less than 2 min ago |
 * no                     | any         | nothing, or well    | landed, and changed since: plan again
 * no, asks for other     | any         | failed              | of no interest: plan again
 * </pre>
 */
final class FlightEnd {
  private static final int TRIES_OF_A_FAILURE_THAT_MAY_PASS = 3;

  private final Operations operations;
  private final FlightLook look;
  private final Overtakes overtakes;
  private final Pace pace;

  FlightEnd(Operations operations, FlightLook look, Pace pace) {
    this.operations = operations;
    this.look = look;
    this.overtakes = new Overtakes(pace);
    this.pace = pace;
  }

  /** Concludes the change, and ends the run if it was refused for good. */
  Optional<Outcome> conclude(Session session, InFlight change, Plan plan, GatewayDocument now) {
    session.set(session.flight().cleared());
    Optional<Fingerprint> wanted = Fingerprints.of(plan);
    if (change instanceof Intent) {
      overtakes.concluded(session, wanted.filter(change.fingerprint()::overlaps).isEmpty());
    }
    if (wanted.isEmpty() && now.isSettled()) {
      land(session, change);
      return Optional.empty();
    }
    if (!(change instanceof Operation operation)) {
      return Optional.empty();
    }
    return conclude(session, operation, wanted, operations.ask(session.arm(), operation));
  }

  private Optional<Outcome> conclude(
      Session session, Operation operation, Optional<Fingerprint> wanted, Progress progress) {
    if (progress instanceof Progress.Running
        || (!(progress instanceof Progress.Failed) && mayLag(session, operation, wanted))) {
      return Optional.of(look.unfinished(session, operation, "Updating"));
    }
    if (!(progress instanceof Progress.Failed failed)) {
      land(session, operation);
      return Optional.empty();
    }
    session.record().note("the operation ended with " + failed.verdict().reason());
    boolean same = wanted.isEmpty() || wanted.get().equals(operation.fingerprint());
    return same ? refused(session, operation, failed.verdict()) : Optional.empty();
  }

  /** Whether the read may be older than the change: it asks for what the change did already. */
  private boolean mayLag(Session session, Operation change, Optional<Fingerprint> wanted) {
    return session.now().isBefore(change.at().plus(pace.lag()))
        && wanted.filter(change.fingerprint()::overlaps).isPresent();
  }

  private void land(Session session, InFlight change) {
    session.set(session.flight().landing(new Landed(change.fingerprint().name(), session.now())));
    session.set(
        session
            .agenda()
            .withHealth(
                Optional.of(
                    new HealthRead(
                        Optional.empty(),
                        session.now().plus(pace.healthAfter()),
                        0,
                        "plan " + change.plan() + " was applied"))));
    session.record().note("the change of plan " + change.plan() + " took effect");
  }

  private static Optional<Outcome> refused(Session session, Operation change, Verdict verdict) {
    if (verdict.kind() == Verdict.Kind.CONFLICT) {
      return Optional.empty();
    }
    int times =
        session
                .flight()
                .refused()
                .filter(before -> before.fingerprint().equals(change.fingerprint().name()))
                .map(Refused::times)
                .orElse(0)
            + 1;
    boolean last =
        verdict.kind() == Verdict.Kind.REFUSED || times >= TRIES_OF_A_FAILURE_THAT_MAY_PASS;
    session.set(
        session
            .flight()
            .refusing(
                new Refused(
                    change.fingerprint().name(), verdict.reason(), verdict.remedy(), times, last)));
    return Optional.of(
        last
            ? new Outcome.Failed(verdict.reason(), verdict.remedy())
            : session.waiting(verdict.reason()));
  }
}
