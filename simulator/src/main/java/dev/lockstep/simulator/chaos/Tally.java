package dev.lockstep.simulator.chaos;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name. */
public final class Tally {
  private final Map<String, Long> counts = new HashMap<>();

  /** One more. */
  public void add(String name) {
    add(name, 1);
  }

  /** So many more; zero makes the name known. */
  public void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  /** All of another. */
  public void addAll(Tally other) {
    other.counts.forEach(this::add);
  }

  /** How many of a name. */
  public long of(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** All counts, in the order of names. */
  public Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }
}
