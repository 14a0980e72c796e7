package dev.lockstep.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How one endpoint type is published.
 *
 * @param frontend name of the gateway's frontend IP configuration, or {@code public}, {@code
 *     private} or {@code both}; empty to take the only one there is
 * @param probePath path of the health probe; begins with {@code /}
 * @param probeInterval time between two probes, 1 s to 24 h
 * @param probeTimeout how long one probe may take, 1 s to 24 h
 * @param unhealthyThreshold failed probes until a backend counts as unhealthy, 1 to 20
 * @param requestTimeout how long the backend may take to answer, 1 s to 24 h
 * @param allowPublic whether a type other than the gateway and the portal may stand on a public
 *     frontend
 * @param options what goes beyond the ordinary
 */
public record EndpointPolicy(
    Optional<String> frontend,
    String probePath,
    Duration probeInterval,
    Duration probeTimeout,
    int unhealthyThreshold,
    Duration requestTimeout,
    boolean allowPublic,
    EndpointOptions options) {
  /** A policy with nothing beyond the ordinary. */
  public EndpointPolicy(
      Optional<String> frontend,
      String probePath,
      Duration probeInterval,
      Duration probeTimeout,
      int unhealthyThreshold,
      Duration requestTimeout,
      boolean allowPublic) {
    this(
        frontend,
        probePath,
        probeInterval,
        probeTimeout,
        unhealthyThreshold,
        requestTimeout,
        allowPublic,
        EndpointOptions.DEFAULT);
  }

  /** The same policy with other options. */
  public EndpointPolicy withOptions(EndpointOptions others) {
    return new EndpointPolicy(
        frontend,
        probePath,
        probeInterval,
        probeTimeout,
        unhealthyThreshold,
        requestTimeout,
        allowPublic,
        others);
  }
}
