package dev.lockstep.cli.world;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.access.AppRoles;
import dev.lockstep.simulator.control.StartOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a simulator is started alone, read from the texts of the command line.
 *
 * @param options the options, good as far as there is no problem
 * @param limit after what time it stops by itself; empty for never
 * @param problems everything that is wrong, with the remedy
 */
public record SimulatorPlan(
    SimulatorOptions options, Optional<Duration> limit, List<String> problems) {

  /**
   * The texts.
   *
   * @param empty whether the demo estate is left out
   * @param latencies {@code name=milliseconds}
   * @param switches {@code name=value}
   * @param throttling {@code name=value}
   * @param faults descriptions of faults
   * @param seed from which the world is drawn
   * @param limit ISO 8601 duration
   * @param audit file
   * @param roles folder
   */
  public record Texts(
      boolean empty,
      List<String> latencies,
      List<String> switches,
      List<String> throttling,
      List<String> faults,
      Optional<String> seed,
      Optional<String> limit,
      Optional<Path> audit,
      Optional<Path> roles) {}

  /** Reads all texts, and finds all problems. */
  public static SimulatorPlan of(Texts texts) {
    List<String> problems = new ArrayList<>();
    SimulatorOptions options =
        SimulatorOptions.DEFAULT
            .withEmpty(texts.empty())
            .withSeed(seed(texts.seed(), problems))
            .withRoles(roles(texts.roles(), problems));
    Optional<Duration> limit = texts.limit().flatMap(text -> duration(text, problems));
    if (texts.audit().isPresent()) {
      Path audit = texts.audit().get().toAbsolutePath();
      if (Files.isDirectory(audit) || !Files.isDirectory(audit.getParent())) {
        problems.add("--audit " + audit + " must be a file in a folder that exists");
      }
      options = options.withAuditFile(audit);
    }
    StartOptions start =
        new StartOptions(options)
            .latencies(texts.latencies())
            .switches(texts.switches())
            .throttling(texts.throttling())
            .faults(texts.faults());
    start.problems().forEach(problem -> problems.add(problem.toString()));
    return new SimulatorPlan(start.options(), limit, List.copyOf(problems));
  }

  private static long seed(Optional<String> text, List<String> problems) {
    try {
      return text.map(Long::parseLong).orElse(SimulatorOptions.DEFAULT.seed());
    } catch (NumberFormatException malformed) {
      problems.add("--seed " + text.orElse("") + " must be a whole number");
      return 0;
    }
  }

  private static AppRoles roles(Optional<Path> folder, List<String> problems) {
    try {
      return folder.map(AppRoles::in).orElseGet(Home::roles);
    } catch (IllegalArgumentException wrong) {
      problems.add("--roles " + wrong.getMessage());
      return AppRoles.shipped();
    }
  }

  private static Optional<Duration> duration(String text, List<String> problems) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative() && !duration.isZero()) {
        return Optional.of(duration);
      }
    } catch (DateTimeParseException malformed) {
      // Told below, like a duration that is over before it begins.
    }
    problems.add("--for " + text + " must be an ISO 8601 duration such as PT90S or PT10M");
    return Optional.empty();
  }
}
