package dev.lockstep.simulator.dataplane.probe;

/**
 * A pool with the setting by which it is used.
 *
 * @param pool name of the pool
 * @param settings name of the setting
 */
public record Pair(String pool, String settings) {
  /** Value of the metric dimension BackendSettingsPool (public alert templates). */
  public String dimension() {
    return pool + "~" + settings;
  }
}
