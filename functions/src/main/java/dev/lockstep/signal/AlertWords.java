package dev.lockstep.signal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What an alert measured, in words: metric, comparison, value and dimensions. */
final class AlertWords {
  private AlertWords() {}

  /**
   * Text to follow the condition, such as {@code (UnhealthyHostCount GreaterThan 0, is 1.0,
   * BackendSettingsPool=pool~settings)} after a blank; empty when the context tells nothing.
   */
  static String of(JsonNode alertContext) {
    List<String> criteria = new ArrayList<>();
    for (JsonNode criterion : alertContext.path("condition").path("allOf")) {
      criteria.add(criterion(criterion));
    }
    criteria.removeIf(String::isBlank);
    return criteria.isEmpty() ? "" : " (" + String.join("; ", criteria) + ")";
  }

  private static String criterion(JsonNode criterion) {
    List<String> parts = new ArrayList<>();
    if (criterion.path("metricName").isTextual()) {
      parts.add(
          String.join(
              " ",
              criterion.path("metricName").asText(),
              criterion.path("operator").asText(),
              criterion.path("threshold").asText()));
    }
    // The value is null when no data came in the window (Microsoft Learn, alerts-common-schema).
    if (criterion.path("metricValue").isNumber()) {
      parts.add("is " + criterion.path("metricValue").asText());
    }
    for (JsonNode dimension : criterion.path("dimensions")) {
      parts.add(dimension.path("name").asText() + "=" + dimension.path("value").asText());
    }
    return String.join(", ", parts);
  }
}
