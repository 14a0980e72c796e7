package dev.lockstep.guard;

import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;

/** A rule that can refuse a plan. It looks only; it changes nothing. */
@FunctionalInterface
public interface Guard {
  /**
   * @param plan what is about to be written
   * @param input what it was made of
   */
  Verdict check(Plan plan, PlanInput input);
}
