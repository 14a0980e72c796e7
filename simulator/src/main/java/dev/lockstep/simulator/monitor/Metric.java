package dev.lockstep.simulator.monitor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Metrics of Microsoft.Network/applicationGateways that the simulator counts, with names,
 * dimensions, units and aggregations of Microsoft Learn, supported-metrics
 * microsoft-network-applicationgateways.
 */
public enum Metric {
  /** Servers that are healthy. */
  HealthyHostCount("Healthy Host Count", Unit.Count, Kind.STATE, Dimension.BackendSettingsPool),
  /** Servers that are not. */
  UnhealthyHostCount("Unhealthy Host Count", Unit.Count, Kind.STATE, Dimension.BackendSettingsPool),
  /** Requests that a pool was to answer. */
  TotalRequests("Total Requests", Unit.Count, Kind.EVENTS, Dimension.BackendSettingsPool),
  /** Those of them that ended with a status of 500 or more. */
  FailedRequests("Failed Requests", Unit.Count, Kind.EVENTS, Dimension.BackendSettingsPool),
  /** Answers to clients. */
  ResponseStatus("Response Status", Unit.Count, Kind.EVENTS, Dimension.HttpStatusGroup),
  /** Answers of servers. */
  BackendResponseStatus(
      "Backend Response Status",
      Unit.Count,
      Kind.EVENTS,
      Dimension.BackendServer,
      Dimension.BackendPool,
      Dimension.BackendHttpSetting,
      Dimension.HttpStatusGroup),
  /** Until a connection to a server is there. */
  BackendConnectTime(
      "Backend Connect Time",
      Unit.MilliSeconds,
      Kind.TIMES,
      Dimension.Listener,
      Dimension.BackendServer,
      Dimension.BackendPool,
      Dimension.BackendHttpSetting),
  /** From the beginning of a connection to the first byte of the answer. */
  BackendFirstByteResponseTime(
      "Backend First Byte Response Time",
      Unit.MilliSeconds,
      Kind.TIMES,
      Dimension.Listener,
      Dimension.BackendServer,
      Dimension.BackendPool,
      Dimension.BackendHttpSetting),
  /** From the beginning of a connection to the last byte of the answer. */
  BackendLastByteResponseTime(
      "Backend Last Byte Response Time",
      Unit.MilliSeconds,
      Kind.TIMES,
      Dimension.Listener,
      Dimension.BackendServer,
      Dimension.BackendPool,
      Dimension.BackendHttpSetting),
  /** From the first byte of a request to the last byte of its answer. */
  ApplicationGatewayTotalTime(
      "Application Gateway Total Time", Unit.MilliSeconds, Kind.TIMES, Dimension.Listener);

  /** What a metric counts in, as Azure Monitor writes it. */
  public enum Unit {
    Count,
    MilliSeconds
  }

  /** How a metric is recorded. */
  public enum Kind {
    /** A value that holds until the next one; averaged. */
    STATE,
    /** Things that happen; summed up. */
    EVENTS,
    /** How long things take; averaged. */
    TIMES
  }

  private final String display;
  private final Unit unit;
  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed.
  private final List<Dimension> dimensions;

  Metric(String display, Unit unit, Kind kind, Dimension... dimensions) {
    this.display = display;
    this.unit = unit;
    this.kind = kind;
    this.dimensions = List.of(dimensions);
  }

  /** The metric with a name, whatever its case. */
  public static Optional<Metric> named(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equalsIgnoreCase(name)).findFirst();
  }

  /** Its name for people. */
  public String display() {
    return display;
  }

  /** Its unit. */
  public Unit unit() {
    return unit;
  }

  /** How it is recorded. */
  public Kind kind() {
    return kind;
  }

  /** Its dimensions, in the order in which values are recorded. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The aggregation of a query that names none. */
  public Aggregation primary() {
    return kind == Kind.EVENTS ? Aggregation.TOTAL : Aggregation.AVERAGE;
  }
}
