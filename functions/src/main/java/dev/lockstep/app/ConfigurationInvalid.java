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
  private final boolean lasting;

  public ConfigurationInvalid(List<InputProblem> problems) {
    this(problems, true);
  }

  private ConfigurationInvalid(List<InputProblem> problems, boolean lasting) {
    super(message(problems), null, false, false);
    this.problems = List.copyOf(problems);
    this.lasting = lasting;
  }

  /** Whether it stays so while this worker lives; a blob may be readable a minute later. */
  boolean isLasting() {
    return lasting;
  }

  /** The same, to be tried again. */
  ConfigurationInvalid passing() {
    return new ConfigurationInvalid(problems, false);
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
