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
    return healthy(200);
  }

  /** Answered with a status that counts as healthy. */
  public static Verdict healthy(int status) {
    return new Verdict("Healthy", ProbeText.healthy(status));
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
