package dev.lockstep.simulator.monitor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers a query in the shape of the official example GetMetric. Every interval has an entry; one
 * in which nothing was recorded has a time only.
 */
record MetricAnswer(ResourceId resource, String region, MetricQuery query, MetricLog log) {

  ObjectNode body() {
    ObjectNode body = Json.object();
    body.put("cost", Duration.between(query.from(), query.to()).toMinutes());
    body.put("timespan", query.from() + "/" + query.to());
    body.put("interval", query.interval().map(Duration::toString).orElse("FULL"));
    ArrayNode value = body.putArray("value");
    query.metrics().forEach(metric -> value.add(metric(metric)));
    body.put("namespace", "Microsoft.Network/applicationGateways");
    body.put("resourceregion", region);
    return body;
  }

  private ObjectNode metric(Metric metric) {
    query.filter().check(metric);
    ObjectNode shown = Json.object();
    shown.put("id", resource + "/providers/Microsoft.Insights/metrics/" + metric);
    shown.put("type", "Microsoft.Insights/metrics");
    shown.set("name", name(metric.name(), metric.display()));
    shown.put("displayDescription", metric.display());
    shown.put("unit", metric.unit().name());
    ArrayNode all = shown.putArray("timeseries");
    boolean filtered = !query.filter().wanted().isEmpty();
    grouped(metric).entrySet().stream()
        .limit(filtered ? query.top() : 1)
        .forEach(group -> all.add(series(metric, group.getKey(), group.getValue())));
    shown.put("errorCode", "Success");
    return shown;
  }

  private Map<Map<Dimension, String>, NavigableMap<Instant, Tally>> grouped(Metric metric) {
    Map<Map<Dimension, String>, NavigableMap<Instant, Tally>> grouped = new LinkedHashMap<>();
    List<Series> found =
        log.read(resource.toString(), metric, query.from(), query.to()).stream()
            .filter(query.filter()::takes)
            .toList();
    for (Series series : found) {
      NavigableMap<Instant, Tally> minutes =
          grouped.computeIfAbsent(query.filter().group(series), key -> new TreeMap<>());
      series.minutes().forEach((minute, tally) -> minutes.merge(minute, tally, Tally::plus));
    }
    return grouped;
  }

  private ObjectNode series(
      Metric metric, Map<Dimension, String> group, NavigableMap<Instant, Tally> minutes) {
    ObjectNode series = Json.object();
    ArrayNode values = series.putArray("metadatavalues");
    group.forEach(
        (dimension, value) -> {
          // The official example shows dimension names in lower case.
          String lower = dimension.name().toLowerCase(Locale.ROOT);
          ObjectNode entry = values.addObject();
          entry.set("name", name(lower, lower));
          entry.put("value", value);
        });
    ArrayNode data = series.putArray("data");
    Duration step = query.interval().orElse(Duration.between(query.from(), query.to()));
    Instant start = query.from();
    while (start.isBefore(query.to())) {
      Instant end = start.plus(step);
      ObjectNode point = data.addObject().put("timeStamp", start.toString());
      Optional<Tally> tally =
          minutes.subMap(start, true, end, false).values().stream().reduce(Tally::plus);
      tally.ifPresent(
          all ->
              query
                  .aggregationsOf(metric)
                  .forEach(aggregation -> point.put(aggregation.field(), aggregation.of(all))));
      start = end;
    }
    return series;
  }

  static ObjectNode name(String value, String localized) {
    return Json.object().put("value", value).put("localizedValue", localized);
  }
}
