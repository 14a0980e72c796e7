package dev.lockstep.simulator.dataplane.metric;

/**
 * Metrics with the dimension BackendSettingsPool (Microsoft Learn, supported metrics of
 * Microsoft.Network/applicationGateways).
 */
public enum Metric {
  /** Servers that are healthy; averaged. */
  HealthyHostCount,
  /** Servers that are not; averaged. */
  UnhealthyHostCount,
  /** Requests; summed up. */
  TotalRequests,
  /** Requests that ended with a status of 500 or more; summed up. */
  FailedRequests
}
