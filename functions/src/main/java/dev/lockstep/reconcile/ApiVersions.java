package dev.lockstep.reconcile;

/**
 * The api-versions that are read and written with: one per resource type, so that a PUT never drops
 * what another version's GET showed (domain notes: a PUT with an older version may drop
 * properties).
 *
 * @param gateway Microsoft.Network/applicationGateways
 * @param service Microsoft.ApiManagement/service
 * @param privateDns Microsoft.Network/privateDnsZones
 * @param publicDns Microsoft.Network/dnsZones
 */
public record ApiVersions(String gateway, String service, String privateDns, String publicDns) {
  /** The pinned versions (docs/decisions). */
  public static final ApiVersions PINNED =
      new ApiVersions("2025-01-01", "2024-05-01", "2024-06-01", "2018-05-01");
}
