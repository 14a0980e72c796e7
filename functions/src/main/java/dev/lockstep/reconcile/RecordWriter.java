package dev.lockstep.reconcile;

import dev.lockstep.plan.RecordChange;
import dev.lockstep.plan.RecordChange.Delete;
import dev.lockstep.plan.RecordChange.Upsert;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.error.ArmErrors;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes record sets, each only over what was planned on. */
final class RecordWriter {
  private final Paths paths;

  RecordWriter(Paths paths) {
    this.paths = paths;
  }

  /**
   * Writes the upserts of the plan, in its order.
   *
   * @param gatewayChanges whether the gateway is still to be written: what leads there then waits
   */
  Step upsertAll(Session session, List<RecordChange> records, boolean gatewayChanges) {
    for (RecordChange change : records) {
      if (change instanceof Upsert upsert && !(gatewayChanges && upsert.afterGateway())) {
        Step step = upsert(session, upsert);
        if (!(step instanceof Step.Done)) {
          return step;
        }
      }
    }
    return Step.done();
  }

  private Step upsert(Session session, Upsert upsert) {
    Map<String, String> condition =
        upsert.ifMatch().map(etag -> Map.of("If-Match", etag)).orElse(Map.of("If-None-Match", "*"));
    return write(
        session,
        "record set " + upsert.name() + " in " + upsert.zone().name(),
        ArmRequest.put(
            paths.record(upsert.zone(), upsert.name()),
            RecordBody.of(upsert.zone(), upsert.desired()),
            condition));
  }

  /** Removes a record set; that it is gone already is as good. */
  Step delete(Session session, Delete delete) {
    return write(
        session,
        "record set " + delete.name() + " in " + delete.zone().name(),
        ArmRequest.delete(
            paths.record(delete.zone(), delete.name()), Map.of("If-Match", delete.ifMatch())));
  }

  private static Step write(Session session, String what, ArmRequest request) {
    Optional<Step> frozen = Freezes.begun(session);
    if (frozen.isPresent()) {
      return frozen.get();
    }
    session.lock().renew();
    if (!session.lock().lastsForOneWrite()) {
      return new Step.End(session.waiting("storage is too slow to hold the lease for a write"));
    }
    ArmAnswer answer = session.arm().send(request);
    boolean removed = request.method() == ArmRequest.Method.DELETE;
    if (answer instanceof Answered answered
        && (answered.isSuccess() || (removed && answered.status() == 404))) {
      session.record().note(what + (removed ? " removed" : " written"));
      return Step.done();
    }
    return Refusals.step(session, ArmErrors.of(answer), what);
  }
}
