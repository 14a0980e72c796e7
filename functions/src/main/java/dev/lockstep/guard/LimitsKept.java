package dev.lockstep.guard;

import dev.lockstep.limits.LimitProblem;
import dev.lockstep.limits.Limits;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;

/**
 * No limit of the SKU is exceeded that was kept before, and none by more than before: a gateway
 * that is beyond one already can be updated as long as it does not grow.
 */
record LimitsKept() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    if (plan.gatewayBody().isEmpty()) {
      return Verdict.allowed();
    }
    GatewayDocument before = input.observation().gateway().asValue().orElseThrow();
    GatewayDocument after = GatewayDocument.sharing(plan.gatewayBody().get());
    return Limits.exceeded(before, after).stream()
        .filter(LimitProblem::isCertain)
        .findFirst()
        .<Verdict>map(
            problem ->
                new Verdict.Refused(
                    GuardCode.LIMIT_EXCEEDED,
                    "the new document would have " + problem.describe(),
                    "remove what nobody uses from the gateway, or publish fewer host names on it"))
        .orElseGet(Verdict::allowed);
  }
}
