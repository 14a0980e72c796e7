package dev.lockstep.guard;

import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * No write with an api-version that does not know all that the gateway has: a PUT replaces the
 * whole document, so what was not read is removed (design 5.11).
 */
record ApiVersionKnowsAll() implements Guard {
  private static final int NAMED = 3;

  @Override
  public Verdict check(Plan plan, PlanInput input) {
    SortedSet<String> lost = input.observation().lostProperties();
    if (plan.gatewayBody().isEmpty() || lost.isEmpty()) {
      return Verdict.allowed();
    }
    String named = lost.stream().limit(NAMED).collect(Collectors.joining(", "));
    String others = lost.size() > NAMED ? " and " + (lost.size() - NAMED) + " more" : "";
    return new Verdict.Refused(
        GuardCode.API_VERSION_TOO_OLD,
        "a write with our api-version would remove " + named + others,
        "set LOCKSTEP_GATEWAY_API_VERSION to a version that returns them");
  }
}
