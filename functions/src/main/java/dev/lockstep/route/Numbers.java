package dev.lockstep.route;

import java.util.NavigableSet;
import java.util.OptionalInt;

/**
 * The choice of a number inside an interval. Depends on the interval and the numbers in use alone,
 * so that the same gateway gives the same number.
 *
 * <pre>
 * interval                    number
 * open at the end             the next multiple of ten after every number in use, if there is one
 * ends at a rule, or that     the highest with a distance of 10 to every number in use,
 *   one is past the end       else of 5, of 2, of 1
 * </pre>
 *
 * <p>Close before the rule that must follow, because whatever else is inserted there later has to
 * do with the same hosts; not at the very end of an open interval, because people and tools append.
 */
final class Numbers {
  /**
   * The smallest and the largest priority (Microsoft Learn, "Application Gateway multi-site
   * hosting").
   */
  static final int FIRST = 1;

  static final int LAST = 20_000;

  private static final int STEP = 10;
  private static final int[] DISTANCES = {STEP, 5, 2, 1};

  private Numbers() {}

  static OptionalInt choose(Bounds bounds, NavigableSet<Integer> used) {
    if (bounds.after().isEmpty()) {
      int highest = used.isEmpty() ? 0 : used.last();
      int appended = (Math.max(highest, bounds.lower()) / STEP + 1) * STEP;
      if (bounds.contains(appended)) {
        return OptionalInt.of(appended);
      }
    }
    for (int distance : DISTANCES) {
      OptionalInt number = highest(bounds, used, distance);
      if (number.isPresent()) {
        return number;
      }
    }
    return OptionalInt.empty();
  }

  private static OptionalInt highest(Bounds bounds, NavigableSet<Integer> used, int distance) {
    int number = Math.min(bounds.upper() - 1, LAST);
    while (number > bounds.lower()) {
      Integer near = used.higher(number - distance);
      if (near == null || near >= number + distance) {
        return OptionalInt.of(number);
      }
      number = near - distance;
    }
    return OptionalInt.empty();
  }
}
