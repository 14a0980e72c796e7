package dev.lockstep.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What may be chosen for an endpoint type beyond the ordinary.
 *
 * @param pool how the backend pool names the service; a wildcard host name always goes by address
 * @param probeHost host name that the health probe asks for; needed for a wildcard host name
 * @param redirectHttp whether port 80 redirects to the listener
 * @param wafPolicy firewall policy of the listener, by reference; empty for that of the gateway
 * @param sslProfile name of an SSL profile on the gateway; empty for the gateway's own policy
 * @param drainTimeout how long connections to a backend that leaves may go on, 1 s to 1 h; empty to
 *     leave draining as it is
 * @param claim whether an exact host name may be taken out of a foreign wildcard listener
 */
public record EndpointOptions(
    PoolKind pool,
    Optional<HostName> probeHost,
    boolean redirectHttp,
    Optional<ResourceId> wafPolicy,
    Optional<String> sslProfile,
    Optional<Duration> drainTimeout,
    boolean claim) {
  /** Nothing beyond the ordinary. */
  public static final EndpointOptions DEFAULT =
      new EndpointOptions(
          PoolKind.FQDN,
          Optional.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);
}
