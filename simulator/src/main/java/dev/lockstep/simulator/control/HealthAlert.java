package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.monitor.Dimension;
import dev.lockstep.simulator.monitor.Metric;
import dev.lockstep.simulator.monitor.MetricLog;
import dev.lockstep.simulator.world.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;

/**
 * A metric alert on UnhealthyHostCount in the common alert schema (Microsoft Learn, alerts-common-
 * schema), with one criterion per pool and setting that has servers which are not healthy.
 */
final class HealthAlert {
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private HealthAlert() {}

  /**
   * Servers of one pool and setting that are not healthy, on average.
   *
   * @param dimension value of BackendSettingsPool
   */
  record Measured(String dimension, double unhealthy) {}

  /** What the metrics of the window say. */
  static List<Measured> measured(ResourceId gateway, MetricLog metrics, Instant now) {
    return metrics
        .read(
            gateway.toString(),
            Metric.UnhealthyHostCount,
            now.minus(WINDOW).plusSeconds(1),
            now.plusSeconds(1))
        .stream()
        .map(
            series -> {
              DoubleSummaryStatistics minutes =
                  series.minutes().values().stream()
                      .mapToDouble(tally -> tally.total() / tally.count())
                      .summaryStatistics();
              return new Measured(
                  series.value(Dimension.BackendSettingsPool), minutes.getAverage());
            })
        .toList();
  }

  /** What a backend health answer says. */
  static List<Measured> measured(JsonNode health) {
    List<Measured> measured = new ArrayList<>();
    for (JsonNode pool : health.path("backendAddressPools")) {
      for (JsonNode settings : pool.path("backendHttpSettingsCollection")) {
        int unhealthy = 0;
        for (JsonNode server : settings.path("servers")) {
          unhealthy += server.path("health").asText("").equals("Healthy") ? 0 : 1;
        }
        String dimension =
            last(pool.path("backendAddressPool"))
                + "~"
                + last(settings.path("backendHttpSettings"));
        measured.add(new Measured(dimension, unhealthy));
      }
    }
    return measured;
  }

  static ObjectNode of(
      ResourceId gateway, List<Measured> measured, boolean fired, Instant now, String alertGuid) {
    ObjectNode alert = Json.object();
    alert.put("schemaId", "azureMonitorCommonAlertSchema");
    ObjectNode data = alert.putObject("data");
    essentials(data.putObject("essentials"), gateway, fired, now, alertGuid);
    ObjectNode context = data.putObject("alertContext");
    context.putNull("properties");
    context.put("conditionType", "SingleResourceMultipleMetricCriteria");
    ObjectNode condition = context.putObject("condition");
    condition.put("windowSize", WINDOW.toString());
    criteria(condition.putArray("allOf"), measured);
    condition.put("windowStartTime", now.minus(WINDOW).toString());
    condition.put("windowEndTime", now.toString());
    data.putObject("customProperties");
    return alert;
  }

  private static void essentials(
      ObjectNode essentials, ResourceId gateway, boolean fired, Instant now, String alertGuid) {
    String rule = gateway.name() + "-unhealthy-hosts";
    String subscription = gateway.subscription().orElse("");
    essentials.put(
        "alertId",
        "/subscriptions/%s/providers/Microsoft.AlertsManagement/alerts/%s"
            .formatted(subscription, alertGuid));
    essentials.put("alertRule", rule);
    essentials.put(
        "alertRuleId", gateway.scope() + "/providers/microsoft.insights/metricAlerts/" + rule);
    essentials.put("severity", "Sev1");
    essentials.put("signalType", "Metric");
    essentials.put("monitorCondition", fired ? "Fired" : "Resolved");
    essentials.put("monitoringService", "Platform");
    essentials.putArray("alertTargetIDs").add(gateway.toString().toLowerCase(Locale.ROOT));
    essentials.putArray("configurationItems").add(gateway.name());
    essentials.put(
        "originAlertId",
        "%s_%s_microsoft.insights_metricAlerts_%s_1"
            .formatted(subscription, gateway.group().orElse(""), rule));
    essentials.put("firedDateTime", now.toString());
    if (!fired) {
      essentials.put("resolvedDateTime", now.toString());
    }
    essentials.put("description", "");
    essentials.put("essentialsVersion", "1.0");
    essentials.put("alertContextVersion", "1.0");
  }

  private static void criteria(ArrayNode criteria, List<Measured> measured) {
    for (Measured one : measured) {
      if (one.unhealthy() > 0) {
        ObjectNode criterion = criteria.addObject();
        criterion.put("metricName", Metric.UnhealthyHostCount.name());
        criterion.put("metricNamespace", "Microsoft.Network/applicationGateways");
        criterion.put("operator", "GreaterThan");
        criterion.put("threshold", "0");
        criterion.put("timeAggregation", "Average");
        criterion
            .putArray("dimensions")
            .addObject()
            .put("name", Dimension.BackendSettingsPool.name())
            .put("value", one.dimension());
        criterion.put("metricValue", one.unhealthy());
      }
    }
  }

  private static String last(JsonNode reference) {
    String id = reference.path("id").asText("");
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
