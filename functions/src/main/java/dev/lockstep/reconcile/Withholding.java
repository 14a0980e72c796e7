package dev.lockstep.reconcile;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Withheld;
import dev.lockstep.reconcile.state.HeldBack;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Which host names of those held back are left alone: those of which the same is still wanted. */
final class Withholding {
  private Withholding() {}

  /**
   * The input with which the plan is made.
   *
   * @param free the input without what is held back
   */
  static PlanInput of(HeldBack heldBack, PlanInput free, Function<PlanInput, Plan> planner) {
    if (heldBack.hosts().isEmpty()) {
      return free;
    }
    Plan plan = planner.apply(free);
    Map<HostName, String> desired = Desires.of(plan);
    Map<HostName, Withheld> hosts = new TreeMap<>();
    heldBack
        .hosts()
        .forEach(
            (host, held) -> {
              if (held.desired().equals(desired.getOrDefault(host, ""))) {
                hosts.put(
                    host,
                    new Withheld(
                        held.code(),
                        held.reason(),
                        "put right what was wrong, or want something else of it; to have it all"
                            + " the same, resync with retry="
                            + HeldBack.nameOf(host, held)
                            + " or apply="
                            + plan.hash()));
              }
            });
    return free.withholding(hosts);
  }
}
