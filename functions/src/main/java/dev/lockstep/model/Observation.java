package dev.lockstep.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What Azure says now of everything that one target depends on.
 *
 * @param at when the reads began, by the clock of the storage service; an input, so that the
 *     planner needs no clock
 * @param gatewayId the target's gateway
 * @param gateway the gateway document
 * @param services each service of the target's bindings
 * @param zones each zone of the target's bindings
 * @param publicAddresses IPv4 address of each public IP resource of the gateway's frontends
 * @param owned which gateway elements are ours
 * @param lostProperties paths of gateway properties that a newer api-version returns and ours does
 *     not: our PUT would remove them
 * @param certificates of each host name whose certificates were looked at; empty when nothing was
 */
@RecordBuilder
public record Observation(
    Instant at,
    ResourceId gatewayId,
    Reading<GatewayDocument> gateway,
    Map<ResourceId, Reading<ApimService>> services,
    Map<ResourceId, Reading<Zone>> zones,
    Map<ResourceId, Reading<String>> publicAddresses,
    OwnerRecord owned,
    SortedSet<String> lostProperties,
    Map<HostName, HostCertificates> certificates)
    implements ObservationBuilder.With {
  public Observation {
    certificates = Map.copyOf(certificates);
    services = Map.copyOf(services);
    zones = Map.copyOf(zones);
    publicAddresses = Map.copyOf(publicAddresses);
    lostProperties = Collections.unmodifiableSortedSet(new TreeSet<>(lostProperties));
  }

  /** An observation with an api-version that knows all properties of the gateway. */
  public Observation(
      Instant at,
      ResourceId gatewayId,
      Reading<GatewayDocument> gateway,
      Map<ResourceId, Reading<ApimService>> services,
      Map<ResourceId, Reading<Zone>> zones,
      Map<ResourceId, Reading<String>> publicAddresses,
      OwnerRecord owned) {
    this(
        at, gatewayId, gateway, services, zones, publicAddresses, owned, new TreeSet<>(), Map.of());
  }

  /** An observation that needs no public address. */
  public Observation(
      Instant at,
      ResourceId gatewayId,
      Reading<GatewayDocument> gateway,
      Map<ResourceId, Reading<ApimService>> services,
      Map<ResourceId, Reading<Zone>> zones,
      OwnerRecord owned) {
    this(at, gatewayId, gateway, services, zones, Map.of(), owned);
  }

  /** The same with properties that our api-version would lose. */
  public Observation losing(Collection<String> properties) {
    return withLostProperties(new TreeSet<>(properties));
  }
}
