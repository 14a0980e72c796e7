package dev.lockstep.simulator.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** At which calls processes die: drawn of all points alike, so that the rare ones are met too. */
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

  CrashPlans(Chance chance, List<String> points, int crashes) {
    this.chance = chance;
    this.points = points;
    for (int i = 0; i < crashes; i++) {
      plans.add(new Plan(chance.of(points), chance.oneIn(2), 1 + chance.below(chance.of(CALLS))));
    }
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
