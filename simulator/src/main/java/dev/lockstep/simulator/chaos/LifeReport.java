package dev.lockstep.simulator.chaos;

import java.util.List;

/**
 * What came of a life.
 *
 * @param seed its seed
 * @param violations what must not have happened, in words; empty when all is well
 * @param tally counts of faults and calls
 * @param overtaken how many writes of others the app's own writes overtook
 * @param reported how many of them the app told of
 * @param history what happened, when it was kept
 */
public record LifeReport(
    long seed,
    List<String> violations,
    Tally tally,
    int overtaken,
    int reported,
    List<String> history) {
  public LifeReport {
    violations = List.copyOf(violations);
    history = List.copyOf(history);
  }
}
