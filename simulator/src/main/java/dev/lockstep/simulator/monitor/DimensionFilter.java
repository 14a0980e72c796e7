package dev.lockstep.simulator.monitor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dimension values that a query asks for, such as {@code BackendSettingsPool eq '*' and
 * HttpStatusGroup eq '2xx'}. Values of one dimension are alternatives, dimensions apply together.
 *
 * @param wanted values by dimension; an asterisk takes every value
 */
record DimensionFilter(Map<Dimension, List<String>> wanted) {
  static final DimensionFilter NONE = new DimensionFilter(Map.of());

  private static final Pattern PART =
      Pattern.compile("\\s*(\\w+)\\s+eq\\s+'([^']*)'\\s*(?:and|or|$)", Pattern.CASE_INSENSITIVE);

  static DimensionFilter parse(String text) {
    Map<Dimension, List<String>> wanted = new LinkedHashMap<>();
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find() && part.start() == end) {
      String name = part.group(1);
      Dimension dimension =
          Dimension.named(name)
              .orElseThrow(
                  () -> MetricQuery.bad("The filter names an unknown dimension: " + name + "."));
      wanted.computeIfAbsent(dimension, key -> new ArrayList<>()).add(part.group(2));
      end = part.end();
    }
    if (wanted.isEmpty() || end != text.length()) {
      throw MetricQuery.bad("The filter cannot be read: " + text + ".");
    }
    return new DimensionFilter(wanted);
  }

  /** Refuses dimensions that a metric does not have. */
  void check(Metric metric) {
    if (!metric.dimensions().containsAll(wanted.keySet())) {
      throw MetricQuery.bad(
          "Metric: %s does not support requested dimension combination: %s, supported ones are: %s"
              .formatted(metric, wanted.keySet(), metric.dimensions()));
    }
  }

  boolean takes(Series series) {
    return wanted.entrySet().stream()
        .allMatch(
            entry ->
                entry.getValue().stream()
                    .anyMatch(
                        value ->
                            value.equals("*")
                                || value.equalsIgnoreCase(series.value(entry.getKey()))));
  }

  /** What series have in common that are told as one: their values of the dimensions asked for. */
  Map<Dimension, String> group(Series series) {
    Map<Dimension, String> group = new LinkedHashMap<>();
    wanted.keySet().forEach(dimension -> group.put(dimension, series.value(dimension)));
    return group;
  }
}
