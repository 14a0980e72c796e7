package dev.lockstep.simulator.monitor;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.Arrays;

/** {@code Microsoft.Insights/metrics} and {@code metricDefinitions} below a gateway. */
public final class MetricsType implements ResourceType {
  private static final String DEFINITIONS = "Microsoft.Insights/metricDefinitions";

  private final World world;
  private final MetricLog log;
  private final String type;

  private MetricsType(World world, MetricLog log, String type) {
    this.world = world;
    this.log = log;
    this.type = type;
  }

  /** Values. */
  public static MetricsType values(World world, MetricLog log) {
    return new MetricsType(world, log, "Microsoft.Insights/metrics");
  }

  /** What can be asked for. */
  public static MetricsType definitions(World world, MetricLog log) {
    return new MetricsType(world, log, DEFINITIONS);
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2018-01-01", "2026-12-31");
  }

  @Override
  public boolean needsParent() {
    return false;
  }

  /** A GET of the bare type reads as a listing of it. */
  @Override
  public ArmResponse list(ArmCall call) {
    ResourceId resource = call.id().parent();
    Gateway gateway =
        world
            .resources()
            .find(resource, Gateway.class)
            .orElseThrow(() -> Faults.resourceNotFound(resource));
    if (type.equals(DEFINITIONS)) {
      return definitions(gateway.id());
    }
    MetricQuery query = MetricQuery.of(call.request(), world.now());
    return ArmResponse.of(
        200, new MetricAnswer(gateway.id(), gateway.location(), query, log).body());
  }

  private static ArmResponse definitions(ResourceId resource) {
    var value = Json.array();
    for (Metric metric : Metric.values()) {
      var shown = value.addObject();
      shown.put("id", resource + "/providers/microsoft.insights/metricdefinitions/" + metric);
      shown.put("resourceId", resource.toString());
      shown.put("namespace", "Microsoft.Network/applicationGateways");
      shown.set("name", MetricAnswer.name(metric.name(), metric.display()));
      shown.put("displayDescription", metric.display());
      shown.put("isDimensionRequired", false);
      shown.put("unit", metric.unit().name());
      shown.put("primaryAggregationType", metric.primary().title());
      var aggregations = shown.putArray("supportedAggregationTypes");
      Arrays.stream(Aggregation.values()).forEach(one -> aggregations.add(one.title()));
      shown
          .putArray("metricAvailabilities")
          .addObject()
          .put("timeGrain", "PT1M")
          .put("retention", "P1D");
      var dimensions = shown.putArray("dimensions");
      metric.dimensions().forEach(one -> dimensions.add(MetricAnswer.name(one.name(), one.name())));
    }
    return ArmResponse.of(200, Json.object().set("value", value));
  }
}
