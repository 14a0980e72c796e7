package dev.lockstep.app;

import dev.lockstep.config.Problem;
import dev.lockstep.signal.InputProblem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The app cannot start with its settings. Without a stack trace: what is wrong stands in the
 * settings and not in the code.
 */
public final class ConfigurationInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<InputProblem> problems;

  public ConfigurationInvalid(List<InputProblem> problems) {
    super(message(problems), null, false, false);
    this.problems = List.copyOf(problems);
  }

  /** The configuration's own problems, fit for log lines and answers. */
  static ConfigurationInvalid of(List<Problem> problems) {
    return new ConfigurationInvalid(
        problems.stream()
            .map(problem -> new InputProblem(problem.path(), problem.message(), problem.remedy()))
            .toList());
  }

  /** Everything that is wrong, at least one. */
  public List<InputProblem> problems() {
    return problems;
  }

  private static String message(List<InputProblem> problems) {
    return "the configuration is invalid: "
        + problems.stream().map(InputProblem::toString).collect(Collectors.joining(" | "));
  }
}
