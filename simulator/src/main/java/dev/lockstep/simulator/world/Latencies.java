package dev.lockstep.simulator.world;

import java.time.Duration;

/**
 * How long the slow things take. The defaults suit a demo; a real gateway update takes 22 seconds
 * to 5 minutes and a custom domain 15 minutes and more (Microsoft Learn, configure-custom-domain).
 *
 * @param gateway a gateway PUT, PATCH, start, stop or DELETE
 * @param apim a service PUT or PATCH
 * @param dnsZone a zone or link PUT or DELETE
 * @param network a PUT or PATCH of networks, subnets, groups, routes, addresses and firewall
 *     policies; gateways that refer to one must wait for it
 * @param health a backend health query
 * @param rotation from a new certificate version in the vault to the service presenting it
 * @param retryAfter what Retry-After tells clients of a running operation; sent in whole seconds
 * @param backendReuse how long a gateway uses its connections to backends again
 */
public record Latencies(
    Duration gateway,
    Duration apim,
    Duration dnsZone,
    Duration network,
    Duration health,
    Duration rotation,
    Duration retryAfter,
    Duration backendReuse) {

  /**
   * Gateway 2 s, service 1 s, zone 300 ms, networks at once, health 500 ms, rotation 2 s,
   * Retry-After 1 s, connections to backends 30 s.
   */
  public static final Latencies DEFAULT =
      new Latencies(
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofMillis(300),
          Duration.ZERO,
          Duration.ofMillis(500),
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30));

  public Latencies {
    for (Duration one :
        new Duration[] {
          gateway, apim, dnsZone, network, health, rotation, retryAfter, backendReuse
        }) {
      if (one.isNegative()) {
        throw new IllegalArgumentException("a latency is negative: " + one);
      }
    }
  }

  /** Another time for gateway writes. */
  public Latencies withGateway(Duration value) {
    return new Latencies(value, apim, dnsZone, network, health, rotation, retryAfter, backendReuse);
  }

  /** Another time for service writes. */
  public Latencies withApim(Duration value) {
    return new Latencies(
        gateway, value, dnsZone, network, health, rotation, retryAfter, backendReuse);
  }

  /** Another time for zone and link writes. */
  public Latencies withDnsZone(Duration value) {
    return new Latencies(gateway, apim, value, network, health, rotation, retryAfter, backendReuse);
  }

  /** Another time for writes of networks and what belongs to them. */
  public Latencies withNetwork(Duration value) {
    return new Latencies(gateway, apim, dnsZone, value, health, rotation, retryAfter, backendReuse);
  }

  /** Another time for health queries. */
  public Latencies withHealth(Duration value) {
    return new Latencies(
        gateway, apim, dnsZone, network, value, rotation, retryAfter, backendReuse);
  }

  /** Another time for certificate rotation. */
  public Latencies withRotation(Duration value) {
    return new Latencies(gateway, apim, dnsZone, network, health, value, retryAfter, backendReuse);
  }

  /** Another Retry-After. */
  public Latencies withRetryAfter(Duration value) {
    return new Latencies(gateway, apim, dnsZone, network, health, rotation, value, backendReuse);
  }

  /** Another time for connections to backends. */
  public Latencies withBackendReuse(Duration value) {
    return new Latencies(gateway, apim, dnsZone, network, health, rotation, retryAfter, value);
  }
}
