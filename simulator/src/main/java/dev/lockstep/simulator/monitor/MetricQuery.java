package dev.lockstep.simulator.monitor;

import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a request for metrics asks for (metrics_API.json 2024-02-01).
 *
 * @param metrics which ones
 * @param from first minute, inclusive
 * @param to last instant, exclusive
 * @param interval length of an interval; empty for the whole time as one ({@code FULL})
 * @param aggregations which values; empty for the primary one of each metric
 * @param filter which dimension values
 * @param top how many time series with a filter
 */
record MetricQuery(
    List<Metric> metrics,
    Instant from,
    Instant to,
    Optional<Duration> interval,
    List<Aggregation> aggregations,
    DimensionFilter filter,
    int top) {
  private static final int DEFAULT_TOP = 10;
  private static final Set<String> INTERVALS =
      Set.of("PT1M", "PT5M", "PT15M", "PT30M", "PT1H", "PT6H", "PT12H", "P1D");

  static MetricQuery of(ArmRequest request, Instant now) {
    TimeSpan span =
        request
            .parameter("timespan")
            .map(text -> TimeSpan.parse(text, now))
            .orElseGet(() -> TimeSpan.before(now));
    String interval = request.parameter("interval").orElse("PT1M");
    if (!interval.equals("FULL") && !INTERVALS.contains(interval)) {
      throw bad(
          "Invalid time grain duration: %s, supported ones are: %s"
              .formatted(interval, String.join(",", INTERVALS.stream().sorted().toList())));
    }
    return new MetricQuery(
        words(request, "metricnames").map(MetricQuery::metric).toList(),
        span.from().truncatedTo(ChronoUnit.MINUTES),
        span.to(),
        interval.equals("FULL") ? Optional.empty() : Optional.of(Duration.parse(interval)),
        words(request, "aggregation").map(MetricQuery::aggregation).toList(),
        request.parameter("$filter").map(DimensionFilter::parse).orElse(DimensionFilter.NONE),
        request.parameter("top").map(MetricQuery::top).orElse(DEFAULT_TOP));
  }

  /** The aggregations to tell of a metric. */
  List<Aggregation> aggregationsOf(Metric metric) {
    return aggregations.isEmpty() ? List.of(metric.primary()) : aggregations;
  }

  private static Stream<String> words(ArmRequest request, String parameter) {
    return request.parameter(parameter).stream()
        .flatMap(list -> Arrays.stream(list.split(",", -1)))
        .map(String::trim)
        .filter(word -> !word.isEmpty());
  }

  private static int top(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw bad("Invalid top: a number above zero is expected.");
    }
    return Integer.parseInt(text);
  }

  private static Metric metric(String name) {
    return Metric.named(name)
        .orElseThrow(
            () ->
                bad(
                    "Failed to find metric configuration for provider: Microsoft.Network, resource Type: applicationGateways, metric: %s, Valid metrics: %s"
                        .formatted(
                            name,
                            String.join(
                                ",", Arrays.stream(Metric.values()).map(Enum::name).toList()))));
  }

  private static Aggregation aggregation(String name) {
    return Aggregation.named(name)
        .orElseThrow(() -> bad("Invalid aggregation type: " + name + "."));
  }

  static ArmFault bad(String message) {
    return Faults.of(400, "BadRequest", message);
  }
}
