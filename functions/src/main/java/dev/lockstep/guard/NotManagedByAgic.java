package dev.lockstep.guard;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.ManagedBy;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;

/**
 * No write beside an Application Gateway Ingress Controller that takes the gateway for its own: it
 * removes within seconds what no ingress asks for (azure.github.io/application-gateway-kubernetes-
 * ingress, "Preventing AGIC from removing certain rules"). In shared mode it does not, and whoever
 * has set that up says so by a tag.
 */
record NotManagedByAgic() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    GatewayDocument gateway = input.observation().gateway().asValue().orElse(null);
    boolean fought =
        plan.gatewayBody().isPresent()
            && ManagedBy.of(gateway).contains(ManagedBy.AGIC)
            && !ManagedBy.AGIC.shares(gateway);
    return fought
        ? new Verdict.Refused(
            GuardCode.MANAGED_BY_AGIC,
            gateway.id().name() + " is managed whole by an ingress controller (AGIC)",
            ManagedBy.AGIC.peace())
        : Verdict.allowed();
  }
}
