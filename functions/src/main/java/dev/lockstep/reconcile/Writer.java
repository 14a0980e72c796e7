package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.RecordChange.Upsert;
import java.util.Optional;

/**
 * Carries out a plan in the order that keeps traffic alive: record sets that are added or changed,
 * then the gateway, then record sets that lead to what changed there, and record sets that leave
 * only when the gateway has nothing left to change. Where its change is not sent, those leave for
 * whose host names nothing is to be changed there.
 */
final class Writer {
  private final RecordWriter records;
  private final RecordDeletions deletions;
  private final GatewayWriter gateway;

  Writer(Reads reads, GatewayWriter gateway) {
    this.records = new RecordWriter(reads.paths());
    this.deletions = new RecordDeletions(records);
    this.gateway = gateway;
  }

  /** Takes back the notes of record sets about to go that the plan does not ask for any more. */
  void forgetUnwanted(Session session, Plan plan) {
    deletions.forgetUnwanted(session, plan.records());
  }

  /**
   * Carries out the plan.
   *
   * @param planned the document that it was made on
   * @param futile why the gateway change is not to be sent; empty when it is
   */
  Step write(Session session, Plan plan, GatewayDocument planned, Optional<Outcome> futile) {
    Optional<Step> stopped =
        records.upsertAll(session, plan.records(), plan.gatewayBody().isPresent()).unlessDone();
    if (stopped.isPresent()) {
      return stopped.get();
    }
    if (futile.isPresent()) {
      return deletions
          .carryOutBeside(session, plan)
          .unlessDone()
          .orElseGet(() -> new Step.End(futile.get()));
    }
    if (plan.gatewayBody().isPresent()) {
      return gateway.put(session, Consignment.ofPlan(session, plan, planned), planned);
    }
    if (plan.records().stream().anyMatch(Upsert.class::isInstance)) {
      return new Step.Again("record sets were written");
    }
    return deletions.carryOut(session, plan.records());
  }
}
