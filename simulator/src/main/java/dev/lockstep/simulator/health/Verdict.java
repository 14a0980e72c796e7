package dev.lockstep.simulator.health;

/**
 * What a probe says about one server.
 *
 * @param health Healthy, Unhealthy or Unknown, as the live service answers
 * @param log text of healthProbeLog
 */
public record Verdict(String health, String log) {
  static Verdict healthy() {
    return new Verdict("Healthy", ProbeText.HEALTHY);
  }

  static Verdict unhealthy(String log) {
    return new Verdict("Unhealthy", log);
  }

  static Verdict unknown() {
    return new Verdict("Unknown", ProbeText.UNKNOWN);
  }
}
