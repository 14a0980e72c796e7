package dev.lockstep.guard;

import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.List;

/** All guards. The planner keeps their rules already; they hold even if it should not. */
public final class Guards {
  private static final List<Guard> ALL =
      List.of(
          new GatewayState(),
          new ApiVersionKnowsAll(),
          new NotManagedByAgic(),
          new NotManagedWhole(),
          new SourceNotEmpty(),
          new DeleteCapKept(),
          new NoDanglingReference(),
          new ForeignUnchanged(),
          new RoutesKept(),
          new LimitsKept());

  private Guards() {}

  /** What the guards have against the plan; empty when it may be carried out. */
  public static List<Refused> check(Plan plan, PlanInput input) {
    return ALL.stream()
        .map(guard -> guard.check(plan, input))
        .filter(Refused.class::isInstance)
        .map(Refused.class::cast)
        .toList();
  }
}
