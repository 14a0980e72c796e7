package dev.lockstep.cli.rollover;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is to be played.
 *
 * @param phases which phases
 * @param lockstep whether the app runs; without it is the control experiment
 * @param requests how many requests each phase has at least
 * @param audit where the audit goes as well
 * @param verbose whether the lines of the app are shown
 */
public record Plan(
    List<Phase> phases, boolean lockstep, int requests, Optional<Path> audit, boolean verbose) {
  public Plan {
    phases = List.copyOf(phases);
  }

  /** Without the app it makes no difference what the app could know. */
  List<Phase.Trial> trials(Phase phase) {
    return lockstep ? phase.trials() : phase.trials().subList(0, 1);
  }
}
