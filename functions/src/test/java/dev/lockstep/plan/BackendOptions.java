package dev.lockstep.plan;

import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.HostName;
import dev.lockstep.model.PoolKind;
import dev.lockstep.model.ResourceId;
import java.time.Duration;
import java.util.Optional;

/** Endpoint options with one thing chosen. */
public final class BackendOptions {
  public static final EndpointOptions ADDRESS =
      of(PoolKind.ADDRESS, null, false, null, null, null, false);
  public static final EndpointOptions REDIRECT =
      of(PoolKind.FQDN, null, true, null, null, null, false);
  public static final EndpointOptions REDIRECT_AND_CLAIM =
      of(PoolKind.FQDN, null, true, null, null, null, true);

  private BackendOptions() {}

  public static EndpointOptions probing(String host) {
    return of(PoolKind.FQDN, host, false, null, null, null, false);
  }

  public static EndpointOptions probingAndRedirecting(String host) {
    return of(PoolKind.FQDN, host, true, null, null, null, false);
  }

  public static EndpointOptions waf(String policy) {
    return of(PoolKind.FQDN, null, false, policy, null, null, false);
  }

  public static EndpointOptions sslProfile(String name) {
    return of(PoolKind.FQDN, null, false, null, name, null, false);
  }

  public static EndpointOptions drain(Duration time) {
    return of(PoolKind.FQDN, null, false, null, null, time, false);
  }

  private static EndpointOptions of(
      PoolKind pool,
      String probeHost,
      boolean redirect,
      String waf,
      String sslProfile,
      Duration drain,
      boolean claim) {
    String policies = "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies/";
    return new EndpointOptions(
        pool,
        Optional.ofNullable(probeHost).map(HostName::new),
        redirect,
        Optional.ofNullable(waf).map(name -> new ResourceId(Estates.GROUP + policies + name)),
        Optional.ofNullable(sslProfile),
        Optional.ofNullable(drain),
        claim);
  }
}
