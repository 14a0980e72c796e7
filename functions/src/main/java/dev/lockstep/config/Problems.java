package dev.lockstep.config;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems, so that all of them are told at once. */
final class Problems {
  private final List<Problem> problems = new ArrayList<>();

  void add(String path, String message, String remedy) {
    problems.add(new Problem(path, message, remedy));
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  /**
   * @throws ConfigurationProblems when there is any
   */
  void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new ConfigurationProblems(problems);
    }
  }
}
