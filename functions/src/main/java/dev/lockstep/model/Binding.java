package dev.lockstep.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Configuration: one API Management service published through one gateway, with DNS zones and
 * policy.
 *
 * @param name unique among the bindings; shown in plans and journals
 * @param service the API Management service
 * @param gateway the Application Gateway
 * @param zones DNS zones that may hold its records; the longest matching suffix wins
 * @param endpoints what is published, by endpoint type; what is not named is not published
 * @param certificates Key Vault secret by host name, for host names whose certificate the service
 *     does not take from a vault
 * @param trustedRoots roots that the gateway must trust for the service; empty for a public
 *     authority
 * @param prefix first part of owned element names
 * @param ttlSeconds time to live of DNS records, in seconds
 * @param mode whether plans are carried out
 * @param deletePolicy which changes may be made at all
 * @param deleteCap how many host names may leave in one plan
 * @param removeAfter how long a host name must be gone, over two complete reads, before it is
 *     removed
 * @param dns which records its host names get
 * @param regions locations whose gateway receives traffic, by name; empty for all
 * @param freezes when nothing of it is changed
 * @param withdrawn what a person has taken back: not configured, but remembered by the target
 * @param trust how the roots that the gateway needs are found out
 */
@RecordBuilder
public record Binding(
    String name,
    ResourceId service,
    ResourceId gateway,
    List<ResourceId> zones,
    Map<EndpointType, EndpointPolicy> endpoints,
    Map<HostName, String> certificates,
    List<TrustedRoot> trustedRoots,
    String prefix,
    int ttlSeconds,
    Mode mode,
    DeletePolicy deletePolicy,
    DeleteCap deleteCap,
    Duration removeAfter,
    DnsPolicy dns,
    List<String> regions,
    List<FreezeWindow> freezes,
    Withdrawn withdrawn,
    TrustPolicy trust)
    implements BindingBuilder.With {
  public Binding {
    zones = List.copyOf(zones);
    endpoints = Map.copyOf(endpoints);
    certificates = Map.copyOf(certificates);
    trustedRoots = List.copyOf(trustedRoots);
    regions = List.copyOf(regions);
    freezes = List.copyOf(freezes);
  }

  /** A binding with ordinary DNS, trust and every region; never frozen, nothing withdrawn. */
  public Binding(
      String name,
      ResourceId service,
      ResourceId gateway,
      List<ResourceId> zones,
      Map<EndpointType, EndpointPolicy> endpoints,
      Map<HostName, String> certificates,
      List<TrustedRoot> trustedRoots,
      String prefix,
      int ttlSeconds,
      Mode mode,
      DeletePolicy deletePolicy,
      DeleteCap deleteCap,
      Duration removeAfter) {
    this(
        name,
        service,
        gateway,
        zones,
        endpoints,
        certificates,
        trustedRoots,
        prefix,
        ttlSeconds,
        mode,
        deletePolicy,
        deleteCap,
        removeAfter,
        DnsPolicy.DEFAULT,
        List.of(),
        List.of(),
        Withdrawn.NOTHING,
        TrustPolicy.DEFAULT);
  }

  /** The same binding with other DNS records and regions. */
  public Binding with(DnsPolicy otherDns, List<String> otherRegions) {
    return with(binding -> binding.dns(otherDns).regions(otherRegions));
  }

  /** Whether the endpoint is one to publish, as far as configuration and a person's word go. */
  public boolean publishes(Endpoint endpoint) {
    return !endpoint.builtIn()
        && endpoints.containsKey(endpoint.type())
        && !withdrawn.covers(endpoint.host());
  }

  /** The target that this binding belongs to. */
  public TargetId target() {
    return TargetId.of(gateway);
  }
}
