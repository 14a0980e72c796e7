package dev.lockstep.render;

import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;

/**
 * The plan in numbers.
 *
 * @param add elements and record sets to be added
 * @param change those to be changed
 * @param remove those to be removed
 * @param blocked what is in the way
 * @param warnings what a person should know
 * @param pending host names that will leave
 */
public record Summary(int add, int change, int remove, int blocked, int warnings, int pending) {
  /** Of a plan. */
  public static Summary of(Plan plan) {
    return new Summary(
        count(plan, Change.Kind.ADD),
        count(plan, Change.Kind.UPDATE),
        count(plan, Change.Kind.REMOVE),
        plan.blocked().size(),
        plan.warnings().size(),
        plan.pending().size());
  }

  /** One line, such as {@code Plan: 3 to add, 1 to change, 0 to remove; 1 blocked; 2 warnings}. */
  public String line() {
    return "Plan: "
        + add
        + " to add, "
        + change
        + " to change, "
        + remove
        + " to remove; "
        + blocked
        + " blocked; "
        + warnings
        + (warnings == 1 ? " warning" : " warnings")
        + (pending == 0 ? "" : "; " + pending + " pending");
  }

  private static int count(Plan plan, Change.Kind kind) {
    return (int) plan.changes().stream().filter(change -> change.kind() == kind).count();
  }
}
