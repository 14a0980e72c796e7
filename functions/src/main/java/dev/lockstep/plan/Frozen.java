package dev.lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Says which changes wait because their binding is frozen. A binding with none is not mentioned.
 */
final class Frozen {
  private Frozen() {}

  /**
   * @param plan made with the restraint
   * @param planner makes the plan that would be carried out without the freeze
   */
  static Plan report(PlanInput input, Plan plan, Function<PlanInput, Plan> planner) {
    Map<String, String> frozen = input.restraint().frozen();
    if (frozen.isEmpty()) {
      return plan;
    }
    Plan thawed = planner.apply(input.freezing(Map.of()));
    List<Blocked> blocked = new ArrayList<>(plan.blocked());
    frozen.forEach(
        (binding, reason) -> {
          long waiting = thawed.changes().stream().filter(c -> c.binding().equals(binding)).count();
          if (waiting > 0) {
            blocked.add(blocked(binding, reason, waiting));
          }
        });
    return plan.withBlocked(blocked.stream().sorted(Findings.ORDER).toList());
  }

  private static Blocked blocked(String binding, String reason, long waiting) {
    return new Blocked(
        BlockCode.FROZEN,
        binding,
        java.util.Optional.empty(),
        reason + "; " + waiting + (waiting == 1 ? " change waits" : " changes wait"),
        "end the freeze; the changes are made at the next look");
  }
}
