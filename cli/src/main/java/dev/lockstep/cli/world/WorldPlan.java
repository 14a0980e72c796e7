package dev.lockstep.cli.world;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How the world on this machine is set up.
 *
 * @param audit where the audit goes; empty for a temporary file
 * @param verbose whether every log line of the function app is shown
 * @param mode the binding's mode; empty for the default, which asks for confirmation once
 * @param ttlSeconds time to live of DNS records
 * @param removeAfter how long a host name must be gone before it is removed
 * @param driftSchedule NCRONTAB of the drift check
 */
public record WorldPlan(
    Optional<Path> audit,
    boolean verbose,
    Optional<String> mode,
    int ttlSeconds,
    Duration removeAfter,
    String driftSchedule) {

  /** The demo: short waits, and the first plan waits for a confirmation. */
  public static WorldPlan demo(Optional<Path> audit, boolean verbose) {
    return new WorldPlan(
        audit, verbose, Optional.empty(), 5, Duration.ofSeconds(3), "*/10 * * * * *");
  }

  /**
   * A world to explore: changes are carried out without asking, drift is looked for every minute.
   */
  public static WorldPlan serve(Optional<Path> audit, boolean verbose) {
    return new WorldPlan(
        audit, verbose, Optional.of("apply"), 30, Duration.ofSeconds(10), "0 * * * * *");
  }
}
