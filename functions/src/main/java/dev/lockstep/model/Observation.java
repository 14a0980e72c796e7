package dev.lockstep.model;

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
public record Observation(
    Instant at,
    ResourceId gatewayId,
    Reading<GatewayDocument> gateway,
    Map<ResourceId, Reading<ApimService>> services,
    Map<ResourceId, Reading<Zone>> zones,
    Map<ResourceId, Reading<String>> publicAddresses,
    OwnerRecord owned,
    SortedSet<String> lostProperties,
    Map<HostName, HostCertificates> certificates) {
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

  /** The same with another owner record. */
  public Observation owning(OwnerRecord other) {
    return new Observation(
        at,
        gatewayId,
        gateway,
        services,
        zones,
        publicAddresses,
        other,
        lostProperties,
        certificates);
  }

  /** The same with other zones. */
  public Observation withZones(Map<ResourceId, Reading<Zone>> others) {
    return new Observation(
        at,
        gatewayId,
        gateway,
        services,
        others,
        publicAddresses,
        owned,
        lostProperties,
        certificates);
  }

  /** The same with properties that our api-version would lose. */
  public Observation losing(Collection<String> properties) {
    return new Observation(
        at,
        gatewayId,
        gateway,
        services,
        zones,
        publicAddresses,
        owned,
        new TreeSet<>(properties),
        certificates);
  }

  /** The same with what was seen of certificates. */
  public Observation withCertificates(Map<HostName, HostCertificates> seen) {
    return new Observation(
        at, gatewayId, gateway, services, zones, publicAddresses, owned, lostProperties, seen);
  }
}
