package dev.lockstep.config;

import java.util.List;
import java.util.stream.Collectors;

/** Everything that is wrong with the configuration, gathered before anything is thrown. */
public final class ConfigurationProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /**
   * @param problems all of them, in the order of the text
   */
  public ConfigurationProblems(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n- " + problem)
            .collect(Collectors.joining("", "the configuration has problems:", "")));
    this.problems = List.copyOf(problems);
  }

  /** All problems, in the order of the text. */
  public List<Problem> problems() {
    return problems;
  }
}
