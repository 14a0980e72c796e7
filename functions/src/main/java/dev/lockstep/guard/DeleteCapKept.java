package dev.lockstep.guard;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.plan.Confirmation;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;

/**
 * No more host names leave than the binding allows, unless a person confirmed it; and under any
 * policy but sync neither a host name nor a record set.
 */
record DeleteCapKept() implements Guard {
  @Override
  public Verdict check(Plan plan, PlanInput input) {
    for (Binding binding : input.bindings()) {
      int leaving = Leavers.ofGateway(binding, plan, input).size();
      int published = Leavers.published(binding, input).size();
      boolean confirmed = input.confirmation() == Confirmation.REMOVALS;
      boolean forbidden =
          binding.deletePolicy() != DeletePolicy.SYNC
              && (leaving > 0 || Leavers.takesRecords(binding, plan));
      if (forbidden || !(confirmed || binding.deleteCap().allows(leaving, published))) {
        return new Verdict.Refused(
            GuardCode.DELETE_CAP,
            binding.name()
                + ": "
                + leaving
                + " of "
                + published
                + " host names would leave"
                + (leaving == 0 ? ", and record sets of others would" : ""),
            "confirm the plan by its hash, or change deleteCap or deletePolicy");
      }
    }
    return Verdict.allowed();
  }
}
