package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.error.ArmErrors;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.InFlight.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The one PUT of a gateway document (design 5.3): a fresh read that equals the planned one, the
 * lease renewed, the intent recorded, all within a second before the PUT.
 */
final class GatewayWriter {
  private static final int TRIES = 4;

  private final Reads reads;
  private final Overtakes overtakes;
  private final Pace pace;

  GatewayWriter(Reads reads, Pace pace) {
    this.reads = reads;
    this.overtakes = new Overtakes(pace);
    this.pace = pace;
  }

  Step put(Session session, Consignment cargo, GatewayDocument planned) {
    Optional<Step> tooMany = new Ceiling(pace).hold(session, cargo);
    if (tooMany.isPresent()) {
      return tooMany.get();
    }
    Optional<Step> unseen = unseen(session, cargo, planned);
    if (unseen.isPresent()) {
      return unseen.get();
    }
    Intent intent = intent(session, cargo, planned);
    Precondition condition = Precondition.of(session, planned.etag());
    boolean recorded = false;
    for (int i = 0; i < TRIES; i++) {
      Reading<GatewayDocument> fresh = reads.gateway(session.arm(), session.gateway());
      long readAt = session.record().tick();
      Optional<Step> moved = moved(session, planned, fresh).or(() -> Freezes.begun(session));
      if (moved.isPresent()) {
        cleared(session);
        return moved.get();
      }
      session.lock().renew();
      if (!recorded) {
        if (i == 0) {
          Ceiling.count(session, cargo);
        }
        record(session, intent, cargo);
        recorded = true;
      }
      if (isFresh(session, readAt) && session.lock().lastsForOneWrite()) {
        Optional<Step> step = send(session, intent, cargo, condition);
        if (step.isPresent()) {
          return step.get();
        }
        intent = intent(session, cargo, planned);
        condition = Precondition.of(session, planned.etag());
        recorded = false;
      }
    }
    cleared(session);
    return new Step.End(session.waiting("storage or ARM is too slow for a safe write"));
  }

  /** Knowingly, nobody is overwritten: the read catches up within a minute or two. */
  private Optional<Step> unseen(Session session, Consignment cargo, GatewayDocument planned) {
    return Precondition.protects(session, planned.etag())
        ? Optional.empty()
        : overtakes
            .unseen(session, planned.etag(), cargo.plan().hash())
            .map(
                write ->
                    new Step.End(
                        session.waiting(
                            "the read may not show yet what "
                                + write.writer()
                                + " wrote at "
                                + write.at())));
  }

  private static Intent intent(Session session, Consignment cargo, GatewayDocument planned) {
    return new Intent(cargo.plan().hash(), cargo.fingerprint(), planned.etag(), session.now());
  }

  /** Nothing was sent, or what was sent had no effect. */
  private void cleared(Session session) {
    session.set(session.flight().cleared());
    overtakes.dropped(session);
  }

  private void record(Session session, Intent intent, Consignment cargo) {
    session.set(
        session
            .holdings()
            .owning(Ownership.union(session.holdings().owned(), cargo.plan().ownedAfter())));
    session.set(session.aftercare().with(Optional.of(cargo.sent())));
    session.set(session.flight().carrying(intent));
    overtakes.dropped(session);
    if (!Precondition.protects(session, intent.etagBefore())) {
      overtakes.opening(session, intent.etagBefore(), intent.plan());
    }
    session.save();
  }

  private boolean isFresh(Session session, long readAt) {
    return Duration.ofNanos(session.record().tick() - readAt).compareTo(pace.fresh()) < 0;
  }

  private static Optional<Step> moved(
      Session session, GatewayDocument planned, Reading<GatewayDocument> fresh) {
    Optional<ReadFailure> failure = fresh.asFailure();
    if (failure.isPresent()) {
      return Optional.of(new Step.End(Unread.outcome(session, failure.get())));
    }
    GatewayDocument now = fresh.asValue().orElseThrow();
    if (Motion.isMoving(now)) {
      return Optional.of(
          new Step.End(session.waiting("the gateway is " + now.provisioningState())));
    }
    boolean same =
        planned.etag().isPresent() ? planned.etag().equals(now.etag()) : planned.equals(now);
    return same ? Optional.empty() : Optional.of(new Step.Again("the gateway was changed"));
  }

  /** Empty when the answer to the question says that the write can be sent now. */
  private Optional<Step> send(
      Session session, Intent intent, Consignment cargo, Precondition condition) {
    ObjectNode body = cargo.plan().gatewayBody().orElseThrow();
    ArmAnswer answer =
        session
            .arm()
            .send(
                ArmRequest.put(
                    reads.paths().gateway(session.gateway()), body, condition.headers()));
    if (condition.learn(session, answer)) {
      return Optional.empty();
    }
    if (answer instanceof Answered accepted && accepted.isSuccess()) {
      return Optional.of(accepted(session, intent, accepted));
    }
    Verdict verdict = ArmErrors.of(answer);
    if (verdict.kind() == Verdict.Kind.UNCERTAIN) {
      overtakes.unsure(session);
    } else {
      cleared(session);
      Ceiling.uncount(session);
    }
    if (verdict.kind() == Verdict.Kind.REFUSED && cargo.isChange()) {
      session.set(
          session
              .flight()
              .refusing(
                  new Refused(
                      intent.fingerprint().name(), verdict.reason(), verdict.remedy(), 1, true)));
    }
    return Optional.of(Refusals.step(session, verdict, "the gateway's answer to the change"));
  }

  private Step accepted(Session session, Intent intent, Answered answer) {
    Instant nextLook = session.now().plus(pace.firstLook(answer.retryAfter()));
    Optional<String> url =
        answer.header("Azure-AsyncOperation").or(() -> answer.header("Location"));
    session.set(session.flight().carrying(intent.accepted(url, nextLook)));
    overtakes.accepted(session);
    session.record().note("gateway change accepted");
    return new Step.End(new Outcome.Applying(intent.plan()));
  }
}
