package dev.lockstep.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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
 * @param location the primary region's name, as the service writes it; empty text when unknown
 * @param gatewayDisabled whether the gateway of the primary region is switched off
 * @param disabledTypes types whose endpoints are switched off: they answer nobody
 */
public record ApimService(
    ResourceId id,
    String provisioningState,
    String virtualNetworkType,
    List<String> privateAddresses,
    List<Endpoint> endpoints,
    List<Region> regions,
    List<String> unknownTypes,
    String location,
    boolean gatewayDisabled,
    Set<EndpointType> disabledTypes) {
  public ApimService {
    privateAddresses = List.copyOf(privateAddresses);
    endpoints = List.copyOf(endpoints);
    regions = List.copyOf(regions);
    unknownTypes = List.copyOf(unknownTypes);
    disabledTypes = Set.copyOf(disabledTypes);
  }

  /** A service with everything switched on, in a place that does not matter. */
  public ApimService(
      ResourceId id,
      String provisioningState,
      String virtualNetworkType,
      List<String> privateAddresses,
      List<Endpoint> endpoints,
      List<Region> regions,
      List<String> unknownTypes) {
    this(
        id,
        provisioningState,
        virtualNetworkType,
        privateAddresses,
        endpoints,
        regions,
        unknownTypes,
        "",
        false,
        Set.of());
  }

  /** The primary region. */
  public Region primary() {
    return new Region(location, privateAddresses, gatewayDisabled);
  }

  /**
   * A region of the service.
   *
   * @param location the region's name, as the service writes it
   * @param privateAddresses its addresses
   * @param gatewayDisabled whether its gateway is switched off
   */
  public record Region(String location, List<String> privateAddresses, boolean gatewayDisabled) {
    public Region {
      privateAddresses = List.copyOf(privateAddresses);
    }

    /**
     * Whether this is the region of that name. Azure writes {@code West Europe} as well as {@code
     * westeurope}, so neither blanks nor case count.
     */
    public boolean isNamed(String name) {
      return plain(location).equals(plain(name));
    }

    private static String plain(String name) {
      return name.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the last change of the service has ended well. */
  public boolean isSettled() {
    return provisioningState.equalsIgnoreCase("Succeeded");
  }
}
