package dev.lockstep.model;

import java.util.List;

/**
 * An API Management service as one complete read gave it.
 *
 * @param id the service
 * @param provisioningState {@code Succeeded}, {@code Updating} …; an open set
 * @param virtualNetworkType {@code None}, {@code External} or {@code Internal}
 * @param privateAddresses addresses of the primary region; empty while the service is being made
 * @param endpoints its host names, the built-in one included
 * @param regions its additional regions
 * @param unknownTypes host name types that this version does not know, to be reported
 */
public record ApimService(
    ResourceId id,
    String provisioningState,
    String virtualNetworkType,
    List<String> privateAddresses,
    List<Endpoint> endpoints,
    List<Region> regions,
    List<String> unknownTypes) {
  public ApimService {
    privateAddresses = List.copyOf(privateAddresses);
    endpoints = List.copyOf(endpoints);
    regions = List.copyOf(regions);
    unknownTypes = List.copyOf(unknownTypes);
  }

  /**
   * An additional region of the service.
   *
   * @param location the region's name, as the service writes it
   * @param privateAddresses its addresses
   * @param gatewayDisabled whether its gateway is switched off
   */
  public record Region(String location, List<String> privateAddresses, boolean gatewayDisabled) {
    public Region {
      privateAddresses = List.copyOf(privateAddresses);
    }
  }

  /** Whether the last change of the service has ended well. */
  public boolean isSettled() {
    return provisioningState.equalsIgnoreCase("Succeeded");
  }
}
