package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.reconcile.Operations.Progress;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.InFlight.Intent;
import dev.lockstep.reconcile.state.InFlight.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The first look of a run that finds a change in flight. The gateway's own GET is the truth; only
 * where it shows what was before our own write, the operation is asked whether it has ended.
 */
final class FlightLook {
  private final Reads reads;
  private final Operations operations;
  private final Pace pace;

  FlightLook(Reads reads, Operations operations, Pace pace) {
    this.reads = reads;
    this.operations = operations;
    this.pace = pace;
  }

  /** What the look found. */
  sealed interface Seen {
    /** The change is still under way, or nobody can tell: the run ends. */
    record Moving(Outcome outcome) implements Seen {}

    /** Nothing is under way any more, and this is the document that says so. */
    record AtRest(GatewayDocument gateway) implements Seen {}
  }

  Seen look(Session session, InFlight change) {
    Optional<Outcome> resting = resting(session, change);
    if (resting.isPresent()) {
      return new Seen.Moving(resting.get());
    }
    Reading<GatewayDocument> reading = reads.gateway(session.arm(), session.gateway());
    Optional<ReadFailure> failure = reading.asFailure();
    if (failure.isPresent()) {
      return new Seen.Moving(Unread.outcome(session, failure.get()));
    }
    GatewayDocument gateway = reading.asValue().orElseThrow();
    return unfinished(session, change, gateway)
        .<Seen>map(Seen.Moving::new)
        .orElseGet(() -> new Seen.AtRest(gateway));
  }

  /** An intent without operation may still be on its way until the write has timed out. */
  private Optional<Outcome> resting(Session session, InFlight change) {
    return change instanceof Intent
        ? restUntil(session, change.at().plus(pace.intentRest()))
        : Optional.empty();
  }

  private static Optional<Outcome> restUntil(Session session, Instant end) {
    Duration rest = Duration.between(session.now(), end);
    return rest.compareTo(Duration.ZERO) > 0
        ? Optional.of(new Outcome.Waiting(rest, "a change may be on its way"))
        : Optional.empty();
  }

  /** Ends the run while the gateway moves, or while the read may be older than the change. */
  private Optional<Outcome> unfinished(Session session, InFlight change, GatewayDocument gateway) {
    if (Motion.isMoving(gateway)) {
      return Optional.of(unfinished(session, change, gateway.provisioningState()));
    }
    if (change.etagBefore().isEmpty() || !change.etagBefore().equals(gateway.etag())) {
      return Optional.empty();
    }
    if (!(change instanceof Operation operation)) {
      return restUntil(session, change.at().plus(pace.intentLag()));
    }
    boolean lags =
        session.now().isBefore(operation.at().plus(pace.lag()))
            && !(operations.ask(session.arm(), operation) instanceof Progress.Failed);
    return lags ? Optional.of(unfinished(session, operation, "Succeeded")) : Optional.empty();
  }

  /** Keeps the change in flight and sets the next look. */
  Outcome unfinished(Session session, InFlight change, String provisioningState) {
    boolean stuck = session.now().isAfter(change.at().plus(pace.stuck()));
    if (stuck) {
      tellStuck(session, change);
    }
    if (!(change instanceof Operation operation)) {
      return session.waiting("the gateway is " + provisioningState);
    }
    Duration next = stuck ? pace.longestWait() : pace.lookAfter(operation.looks());
    Instant at = session.now().plus(next);
    session.set(session.flight().carrying(operation.lookedAt(at)));
    return new Outcome.Applying(operation.plan());
  }

  /** When support is called: Microsoft Learn, SupportArticles, application gateway deployments. */
  private void tellStuck(Session session, InFlight change) {
    String why =
        "the gateway has been changing for more than "
            + pace.stuck().toMinutes()
            + " minutes, since "
            + change.at()
            + ": it is stuck";
    session.record().note(why);
    Reminder.tell(
        session,
        new Finding(
            FindingCode.STUCK,
            why,
            "Look into the activity log of the gateway for what it waits for, and into the service"
                + " health of its region. When it lasts for an hour, open a support request; nothing"
                + " is written on this gateway before its change has ended."));
  }
}
