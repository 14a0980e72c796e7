package dev.lockstep.simulator.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * At which calls processes die: dealt or drawn of all points alike, so that the rare ones are met
 * too.
 */
final class CrashPlans {
  private static final List<Integer> CALLS = List.of(1, 2, 5, 12);

  private static final class Plan {
    private final String point;
    private final boolean after;
    private int calls;

    Plan(String point, boolean after, int calls) {
      this.point = point;
      this.after = after;
      this.calls = calls;
    }
  }

  private final List<Plan> plans = new ArrayList<>();
  private final Chance chance;
  private final List<String> points;

  /**
   * @param dealt the point at which the first process dies
   * @param more how many processes die at points that are drawn
   */
  CrashPlans(Chance chance, List<String> points, String dealt, int more) {
    this.chance = chance;
    this.points = points;
    add(dealt);
    for (int i = 0; i < more; i++) {
      add(chance.of(points));
    }
  }

  private void add(String point) {
    plans.add(new Plan(point, chance.oneIn(2), 1 + chance.below(chance.of(CALLS))));
  }

  /** The next process that makes some call of these dies; for calls that are made seldom. */
  void plan(Predicate<String> some) {
    List<String> choices = points.stream().filter(some).toList();
    if (!choices.isEmpty()) {
      plans.add(new Plan(chance.of(choices), chance.oneIn(2), 1));
    }
  }

  /** Whether the process that makes this call dies now. */
  boolean strikes(String point, boolean after) {
    for (Plan plan : plans) {
      if (plan.after == after && plan.point.equals(point) && --plan.calls == 0) {
        plans.remove(plan);
        return true;
      }
    }
    return false;
  }

  void heal() {
    plans.clear();
  }
}
