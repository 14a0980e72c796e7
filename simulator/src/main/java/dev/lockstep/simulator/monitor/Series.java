package dev.lockstep.simulator.monitor;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One metric for one combination of dimension values, by minute.
 *
 * @param metric which metric
 * @param values values of its dimensions, in their order
 * @param minutes what was recorded, by the start of the minute
 */
public record Series(Metric metric, List<String> values, NavigableMap<Instant, Tally> minutes) {
  public Series {
    values = List.copyOf(values);
    minutes = new TreeMap<>(minutes);
  }

  /** The value of a dimension. */
  public String value(Dimension dimension) {
    return values.get(metric.dimensions().indexOf(dimension));
  }

  /** Sum of everything. */
  public double total() {
    return minutes.values().stream().mapToDouble(Tally::total).sum();
  }
}
