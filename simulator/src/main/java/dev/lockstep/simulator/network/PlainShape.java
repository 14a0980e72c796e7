package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * What tells one plain type from another.
 *
 * @param type full type
 * @param versions api-versions
 * @param network whether it has etag, resourceGuid and provisioningState as network resources do
 * @param children collections of sub-resources inside the document that are also reachable by id
 * @param filling what the service adds to the properties of a new resource
 */
public record PlainShape(
    String type,
    ApiVersions versions,
    boolean network,
    Set<String> children,
    BiConsumer<ObjectNode, Filler> filling) {

  private static final ApiVersions NETWORK = new ApiVersions("2018-01-01", "2026-12-31");

  /** What a filling may draw on. */
  public interface Filler {
    /** Name of the resource. */
    String name();

    /** A new GUID. */
    String guid();

    /** An address of the documentation range that is not taken. */
    String publicAddress();
  }

  /** A network resource that is stored and shown. */
  public static PlainShape network(String name, String... children) {
    return new PlainShape(
        "Microsoft.Network/" + name, NETWORK, true, Set.of(children), (properties, filler) -> {});
  }

  /** Whether it shows a resourceGuid: firewall policies do not, as recorded and specified. */
  boolean hasGuid() {
    return !type.endsWith("FirewallPolicies");
  }

  /** Public addresses get an address. */
  public static PlainShape publicAddress() {
    return new PlainShape(
        "Microsoft.Network/publicIPAddresses",
        NETWORK,
        true,
        Set.of(),
        (properties, filler) -> {
          if (!properties.has("ipAddress")) {
            properties.put("ipAddress", filler.publicAddress());
          }
        });
  }

  /** User-assigned identities get client and principal ids. */
  public static PlainShape identity(String tenant) {
    return new PlainShape(
        "Microsoft.ManagedIdentity/userAssignedIdentities",
        new ApiVersions("2018-11-30", "2025-12-31"),
        false,
        Set.of(),
        (properties, filler) ->
            Map.of("tenantId", tenant, "clientId", "", "principalId", "")
                .forEach(
                    (field, value) -> {
                      if (!properties.has(field)) {
                        properties.put(field, value.isEmpty() ? filler.guid() : value);
                      }
                    }));
  }

  /** Key vaults, as the management plane shows them. */
  public static PlainShape vault(String tenant) {
    return new PlainShape(
        "Microsoft.KeyVault/vaults",
        new ApiVersions("2018-02-14", "2025-12-31"),
        false,
        Set.of(),
        (properties, filler) -> {
          if (!properties.has("tenantId")) {
            properties.put("tenantId", tenant);
          }
          properties.put("provisioningState", "Succeeded");
          if (!properties.has("vaultUri")) {
            properties.put("vaultUri", "https://%s.vault.azure.net/".formatted(filler.name()));
          }
        });
  }
}
