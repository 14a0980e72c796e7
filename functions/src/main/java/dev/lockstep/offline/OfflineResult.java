package dev.lockstep.offline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.config.Problem;
import dev.lockstep.plan.Adoption;
import dev.lockstep.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * What came of an offline plan.
 *
 * @param planned each gateway's plan, by gateway id
 * @param problems what is wrong with the files; no plan is made then
 * @param notes what was assumed, and what would keep a plan from being carried out
 */
public record OfflineResult(List<Planned> planned, List<Problem> problems, List<String> notes) {
  /** Nothing would change. */
  public static final int UNCHANGED = 0;

  /** The files cannot be planned over. */
  public static final int UNUSABLE = 1;

  /** Something would change. */
  public static final int CHANGED = 2;

  /** Something is blocked. */
  public static final int BLOCKED = 3;

  public OfflineResult {
    planned = List.copyOf(planned);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** The exit status of the command. */
  public int exitCode() {
    if (!problems.isEmpty()) {
      return UNUSABLE;
    }
    if (plans().stream().anyMatch(plan -> !plan.blocked().isEmpty())) {
      return BLOCKED;
    }
    return plans().stream().allMatch(Plan::isEmpty) ? UNCHANGED : CHANGED;
  }

  /** The plans alone. */
  public List<Plan> plans() {
    return planned.stream().map(Planned::plan).toList();
  }

  /**
   * One gateway's plan.
   *
   * @param plan the plan
   * @param gateway the document that would be PUT; as it was read when the plan leaves it alone
   * @param adoption what would be taken over; empty when nobody asked
   */
  public record Planned(Plan plan, ObjectNode gateway, Optional<Adoption> adoption) {}
}
