package dev.lockstep.config;

import dev.lockstep.model.EndpointType;
import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint type is published when the configuration does not say. All numbers are those of
 * Microsoft Learn, "Integrate API Management in an internal virtual network with Application
 * Gateway" (api-management-howto-integrate-internal-vnet-appgateway): gateway probe every 30 s with
 * time-out 120 s, portal and management probes every 60 s with 300 s, threshold 8, request time-out
 * 180 s.
 *
 * @param probePath the status path; empty where no source names one, so that it must be configured
 * @param probeInterval time between two probes
 * @param probeTimeout how long one probe may take
 */
public record EndpointDefaults(
    Optional<String> probePath, Duration probeInterval, Duration probeTimeout) {
  /** Failed probes until unhealthy, for every type. */
  public static final int UNHEALTHY_THRESHOLD = 8;

  /** How long the service may take to answer, for every type. */
  public static final Duration REQUEST_TIMEOUT = Duration.ofMinutes(3);

  /** The defaults of a type. */
  public static EndpointDefaults of(EndpointType type) {
    return switch (type) {
      case PROXY -> of("/status-0123456789abcdef", 30, 120);
      case DEVELOPER_PORTAL -> of("/signin", 60, 300);
      case MANAGEMENT -> of("/ServiceStatus", 60, 300);
      case SCM, CONFIGURATION_API, PORTAL ->
          new EndpointDefaults(Optional.empty(), Duration.ofMinutes(1), Duration.ofMinutes(5));
    };
  }

  private static EndpointDefaults of(String path, int interval, int timeout) {
    return new EndpointDefaults(
        Optional.of(path), Duration.ofSeconds(interval), Duration.ofSeconds(timeout));
  }
}
