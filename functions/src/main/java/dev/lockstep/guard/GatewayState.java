package dev.lockstep.guard;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.Locale;
import java.util.Set;

/**
 * No write while the gateway is being changed, and none that would start a stopped one (a PUT on a
 * stopped gateway starts it). A gateway in state Failed or Canceled may be written: its last change
 * has ended, and only a write repairs it.
 */
record GatewayState() implements Guard {
  private static final Set<String> WRITABLE = Set.of("succeeded", "failed", "canceled");

  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (plan.gatewayBody().isEmpty()) {
      return Verdict.allowed();
    }
    GatewayDocument gateway = input.observation().gateway().asValue().orElseThrow();
    if (gateway.operationalState().startsWith("Stop")) {
      return new Verdict.Refused(
          GuardCode.GATEWAY_STOPPED,
          gateway.id().name() + " is " + gateway.operationalState(),
          "start the gateway; the plan is carried out then");
    }
    if (!WRITABLE.contains(gateway.provisioningState().toLowerCase(Locale.ROOT))) {
      return new Verdict.Refused(
          GuardCode.GATEWAY_UNSETTLED,
          gateway.id().name() + " is " + gateway.provisioningState(),
          "wait until its last change has ended");
    }
    return Verdict.allowed();
  }
}
