package dev.lockstep.simulator.chaos;

import java.util.ArrayList;
import java.util.List;

/** What must not have happened, in words. */
final class Violations {
  private final History history;
  private final List<String> all = new ArrayList<>();

  Violations(History history) {
    this.history = history;
  }

  void add(String what) {
    history.add("VIOLATION", what);
    all.add(what);
  }

  /** Something that is worth a line, and no violation by itself. */
  void note(String what) {
    history.add("judge", what);
  }

  List<String> all() {
    return List.copyOf(all);
  }

  boolean none() {
    return all.isEmpty();
  }
}
