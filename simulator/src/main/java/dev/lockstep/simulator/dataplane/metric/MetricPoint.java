package dev.lockstep.simulator.dataplane.metric;

import java.time.Instant;

/**
 * One metric in one minute.
 *
 * @param metric which metric
 * @param dimension value of BackendSettingsPool, {@code pool~setting}
 * @param minute start of the minute
 * @param total sum of what was recorded
 * @param count how often something was recorded
 */
public record MetricPoint(
    Metric metric, String dimension, Instant minute, double total, long count) {
  /** Total by count. */
  public double average() {
    return count == 0 ? 0 : total / count;
  }

  MetricPoint plus(double value) {
    return new MetricPoint(metric, dimension, minute, total + value, count + 1);
  }
}
