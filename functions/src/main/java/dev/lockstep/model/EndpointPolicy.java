package dev.lockstep.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How one endpoint type is published.
 *
 * @param frontend name of the gateway's frontend IP configuration; empty to take the only one there
 *     is
 * @param probePath path of the health probe; begins with {@code /}
 * @param probeInterval time between two probes, 1 s to 24 h
 * @param probeTimeout how long one probe may take, 1 s to 24 h
 * @param unhealthyThreshold failed probes until a backend counts as unhealthy, 1 to 20
 * @param requestTimeout how long the backend may take to answer, 1 s to 24 h
 * @param allowPublic whether a type other than the gateway and the portal may stand on a public
 *     frontend
 */
public record EndpointPolicy(
    Optional<String> frontend,
    String probePath,
    Duration probeInterval,
    Duration probeTimeout,
    int unhealthyThreshold,
    Duration requestTimeout,
    boolean allowPublic) {}
