package dev.lockstep.simulator.health;

/**
 * What a probe says about one server.
 *
 * @param health Healthy, Unhealthy or Unknown, as the live service answers
 * @param log text of healthProbeLog
 */
public record Verdict(String health, String log) {
  /** Answered as expected. */
  public static Verdict healthy() {
    return new Verdict("Healthy", ProbeText.HEALTHY);
  }

  /** Did not, for the reason in the log. */
  public static Verdict unhealthy(String log) {
    return new Verdict("Unhealthy", log);
  }

  /** Could not be found out. */
  public static Verdict unknown() {
    return new Verdict("Unknown", ProbeText.UNKNOWN);
  }
}
