package dev.lockstep.simulator.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/** What gateways count, by minute, for a day. Thread-safe. */
public final class MetricLog {
  private static final Duration KEPT = Duration.ofDays(1);

  private record Key(String gateway, Metric metric, List<String> values) {}

  private final Supplier<Instant> clock;
  private final Map<Key, ConcurrentSkipListMap<Instant, Tally>> log = new ConcurrentHashMap<>();
  private final Map<Key, Instant> ended = new ConcurrentHashMap<>();

  /** An empty log. */
  public MetricLog(Supplier<Instant> clock) {
    this.clock = clock;
  }

  /**
   * Records a value.
   *
   * @param now when
   * @param gateway resource id of the gateway
   * @param values values of the metric's dimensions, in their order
   * @throws IllegalArgumentException when there are more or fewer values than dimensions
   */
  public void record(Instant now, String gateway, Metric metric, double value, String... values) {
    if (values.length != metric.dimensions().size()) {
      throw new IllegalArgumentException(metric + " has the dimensions " + metric.dimensions());
    }
    Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
    Key key = new Key(gateway.toLowerCase(Locale.ROOT), metric, List.of(values));
    ended.remove(key);
    ConcurrentSkipListMap<Instant, Tally> minutes =
        log.computeIfAbsent(key, absent -> new ConcurrentSkipListMap<>());
    minutes.merge(minute, Tally.of(value), Tally::plus);
    minutes.headMap(minute.minus(KEPT)).clear();
  }

  /**
   * Ends the states of what a gateway does not have any more.
   *
   * @param kept first dimension values of those that go on
   */
  public void endStates(Instant now, String gateway, Set<String> kept) {
    String wanted = gateway.toLowerCase(Locale.ROOT);
    log.keySet().stream()
        .filter(key -> key.gateway().equals(wanted) && key.metric().kind() == Metric.Kind.STATE)
        .filter(key -> !kept.contains(key.values().get(0)))
        .forEach(key -> ended.putIfAbsent(key, now));
  }

  /** How often something was recorded within the day that is kept. */
  public long count(String gateway, Metric metric, String... values) {
    Key key = new Key(gateway.toLowerCase(Locale.ROOT), metric, List.of(values));
    return log.containsKey(key) ? log.get(key).values().stream().mapToLong(Tally::count).sum() : 0;
  }

  /**
   * One metric of a gateway. A state holds in every minute until it is recorded anew, at the latest
   * until now.
   *
   * @param from first instant, inclusive
   * @param to last instant, exclusive
   */
  public List<Series> read(String gateway, Metric metric, Instant from, Instant to) {
    String wanted = gateway.toLowerCase(Locale.ROOT);
    return log.entrySet().stream()
        .filter(entry -> entry.getKey().gateway().equals(wanted))
        .filter(entry -> entry.getKey().metric() == metric)
        .map(
            entry -> {
              NavigableMap<Instant, Tally> minutes = entry.getValue();
              return new Series(
                  metric,
                  entry.getKey().values(),
                  metric.kind() == Metric.Kind.STATE
                      ? held(minutes, from, end(entry.getKey(), to))
                      : minutes.subMap(from, true, to, false));
            })
        .filter(series -> !series.minutes().isEmpty())
        .sorted((one, other) -> one.values().toString().compareTo(other.values().toString()))
        .toList();
  }

  /** The end of a query, or what comes first: now, or when the state ended. */
  private Instant end(Key key, Instant to) {
    Instant now = clock.get().plusNanos(1);
    Instant until = ended.getOrDefault(key, now);
    return until.isBefore(to) ? until : to;
  }

  private static NavigableMap<Instant, Tally> held(
      NavigableMap<Instant, Tally> minutes, Instant from, Instant to) {
    TreeMap<Instant, Tally> every = new TreeMap<>();
    Instant minute = from.truncatedTo(ChronoUnit.MINUTES);
    for (; minute.isBefore(to); minute = minute.plusSeconds(60)) {
      var last = minutes.floorEntry(minute);
      if (last != null) {
        // What was recorded several times in its minute holds on with its average.
        boolean own = last.getKey().equals(minute);
        double average = last.getValue().total() / last.getValue().count();
        every.put(minute, own ? last.getValue() : Tally.of(average));
      }
    }
    return every;
  }
}
