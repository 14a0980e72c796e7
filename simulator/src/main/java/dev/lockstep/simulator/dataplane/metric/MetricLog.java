package dev.lockstep.simulator.dataplane.metric;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** What gateways count, by minute, for a day. */
public final class MetricLog {
  private static final Duration KEPT = Duration.ofDays(1);

  private record Series(String gateway, Metric metric, String dimension) {}

  private final Supplier<Instant> clock;
  private final Map<Series, ConcurrentSkipListMap<Instant, MetricPoint>> series =
      new ConcurrentHashMap<>();

  /** An empty log. */
  public MetricLog(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /**
   * Records a value now.
   *
   * @param gateway resource id of the gateway
   * @param dimension value of BackendSettingsPool
   */
  public void record(String gateway, Metric metric, String dimension, double value) {
    Instant minute = clock.get().truncatedTo(ChronoUnit.MINUTES);
    Series key = new Series(gateway.toLowerCase(Locale.ROOT), metric, dimension);
    ConcurrentSkipListMap<Instant, MetricPoint> minutes =
        series.computeIfAbsent(key, absent -> new ConcurrentSkipListMap<>());
    minutes.merge(
        minute,
        new MetricPoint(metric, dimension, minute, value, 1),
        (before, first) -> before.plus(value));
    minutes.headMap(minute.minus(KEPT)).clear();
  }

  /**
   * The minutes of one metric in which something was recorded.
   *
   * @param from first instant, inclusive
   * @param to last instant, exclusive
   */
  public List<MetricPoint> points(String gateway, Metric metric, Instant from, Instant to) {
    String wanted = gateway.toLowerCase(Locale.ROOT);
    return series.entrySet().stream()
        .filter(entry -> entry.getKey().gateway().equals(wanted))
        .filter(entry -> entry.getKey().metric() == metric)
        .map(entry -> entry.getValue().subMap(from, to).values())
        .flatMap(Collection::stream)
        .toList();
  }
}
