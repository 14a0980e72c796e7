package dev.lockstep.simulator.dataplane;

import java.time.Duration;

/**
 * How a data plane runs.
 *
 * @param patience the longest real time that a probe waits for an answer; see {@link
 *     dev.lockstep.simulator.dataplane.probe.Prober}
 */
public record DataPlaneOptions(Duration patience) {
  /** Five seconds of patience. */
  public static final DataPlaneOptions DEFAULT = new DataPlaneOptions(Duration.ofSeconds(5));

  /** Another patience. */
  public DataPlaneOptions withPatience(Duration value) {
    return new DataPlaneOptions(value);
  }
}
