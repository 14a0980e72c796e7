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
    /** The change is still under way: the run ends. */
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
      return new Seen.Moving(session.waiting(failure.get().retryAfter(), failure.get().message()));
    }
    GatewayDocument gateway = reading.asValue().orElseThrow();
    if (Motion.isMoving(gateway) || isBehind(session, change, gateway)) {
      return new Seen.Moving(unfinished(session, change, gateway.provisioningState()));
    }
    return new Seen.AtRest(gateway);
  }

  /** An intent without operation may still be on its way until the write has timed out twice. */
  private Optional<Outcome> resting(Session session, InFlight change) {
    Duration rest = Duration.between(session.now(), change.at().plus(pace.intentRest()));
    return change instanceof Intent && rest.compareTo(Duration.ZERO) > 0
        ? Optional.of(new Outcome.Waiting(rest, "a change may be on its way"))
        : Optional.empty();
  }

  /** Whether the read shows the document of before an accepted write: reads may lag. */
  private boolean isBehind(Session session, InFlight change, GatewayDocument gateway) {
    return change instanceof Operation operation
        && operation.etagBefore().isPresent()
        && operation.etagBefore().equals(gateway.etag())
        && session.now().isBefore(operation.at().plus(pace.lag()))
        && !(operations.ask(session.arm(), operation) instanceof Progress.Failed);
  }

  /** Keeps the change in flight and sets the next look. */
  Outcome unfinished(Session session, InFlight change, String provisioningState) {
    if (!(change instanceof Operation operation)) {
      return session.waiting("the gateway is " + provisioningState);
    }
    boolean stuck = session.now().isAfter(operation.at().plus(pace.stuck()));
    if (stuck) {
      session.record().note("the gateway has been changing for more than 30 minutes: it is stuck");
    }
    Duration next = stuck ? pace.longestWait() : pace.lookAfter(operation.looks());
    Instant at = session.now().plus(next);
    session.set(session.flight().carrying(operation.lookedAt(at)));
    return new Outcome.Applying(operation.plan());
  }
}
