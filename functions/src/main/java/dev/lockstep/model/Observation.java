package dev.lockstep.model;

import java.time.Instant;
import java.util.Map;

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
 */
public record Observation(
    Instant at,
    ResourceId gatewayId,
    Reading<GatewayDocument> gateway,
    Map<ResourceId, Reading<ApimService>> services,
    Map<ResourceId, Reading<Zone>> zones,
    Map<ResourceId, Reading<String>> publicAddresses,
    OwnerRecord owned) {
  public Observation {
    services = Map.copyOf(services);
    zones = Map.copyOf(zones);
    publicAddresses = Map.copyOf(publicAddresses);
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
}
