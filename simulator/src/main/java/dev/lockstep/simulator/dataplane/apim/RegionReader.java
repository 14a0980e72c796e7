package dev.lockstep.simulator.dataplane.apim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.SecretId;
import dev.lockstep.simulator.pki.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from a service what it serves in which region. Only the gateway runs in additional regions
 * (Microsoft Learn, api-management-howto-deploy-multi-region); a region with its gateway disabled
 * serves none; a service that is suspended or going away serves nothing.
 */
final class RegionReader {
  /** States in which nothing answers; being updated is no such state. */
  private static final Set<String> SILENT =
      Set.of("created", "activating", "stopped", "terminating", "deleted", "suspended");

  private final WorldIdentities identities;

  RegionReader(WorldIdentities identities) {
    this.identities = identities;
  }

  List<Region> read(ApimService service) {
    if (SILENT.contains(service.state().toLowerCase(Locale.ROOT))) {
      return List.of();
    }
    JsonNode properties = service.document().path("properties");
    List<Endpoint> all = endpoints(service);
    boolean gatewayOff = properties.path("disableGateway").asBoolean();
    List<Region> regions = new ArrayList<>();
    regions.add(
        new Region(
            service.id().key(),
            service.document().path("location").asText(""),
            service.privateAddresses(),
            all.stream()
                .filter(one -> !(gatewayOff && one.kind() == EndpointKind.Proxy))
                .filter(one -> !portalOff(properties, one.kind()))
                .toList()));
    for (ObjectNode location : Json.objects(properties, "additionalLocations")) {
      boolean off = location.path("disableGateway").asBoolean();
      regions.add(
          new Region(
              service.id().key(),
              location.path("location").asText(""),
              Json.texts(location, "privateIPAddresses"),
              all.stream().filter(one -> !off && one.kind() == EndpointKind.Proxy).toList()));
    }
    return regions.stream().filter(region -> !region.endpoints().isEmpty()).toList();
  }

  private List<Endpoint> endpoints(ApimService service) {
    String name = service.id().name().toLowerCase(Locale.ROOT);
    List<Endpoint> endpoints = new ArrayList<>();
    boolean ownDefault = false;
    for (ObjectNode entry : service.hostNames()) {
      String hostName = entry.path("hostName").asText("").toLowerCase(Locale.ROOT);
      boolean builtIn = hostName.equals(EndpointKind.Proxy.builtIn(name));
      // A name that is still being assigned is served when the update ends.
      if (!builtIn && !entry.path("certificateStatus").asText("").equals("InProgress")) {
        boolean byDefault = entry.path("defaultSslBinding").asBoolean();
        ownDefault |= byDefault;
        EndpointKind kind = EndpointKind.of(entry.path("type").asText(""));
        endpoints.add(new Endpoint(hostName, kind, identity(entry, hostName), byDefault));
      }
    }
    List<String> names =
        EndpointKind.builtInKinds().stream().map(kind -> kind.builtIn(name)).toList();
    Identity builtIn = identities.standIn(names);
    for (EndpointKind kind : EndpointKind.builtInKinds()) {
      boolean byDefault = !ownDefault && kind == EndpointKind.Proxy;
      endpoints.add(new Endpoint(kind.builtIn(name), kind, builtIn, byDefault));
    }
    return endpoints;
  }

  /** The version that the service took from the vault last, which may not be the newest. */
  private Identity identity(ObjectNode entry, String hostName) {
    Optional<SecretId> secret = Json.text(entry, "keyVaultId").flatMap(SecretId::parse);
    String held = Json.text(entry, "certificate", "thumbprint").orElse("");
    return secret
        .flatMap(id -> identities.ofThumbprint(id, held))
        .orElseGet(() -> identities.standIn(List.of(hostName)));
  }

  private static boolean portalOff(JsonNode properties, EndpointKind kind) {
    String field =
        switch (kind) {
          case DeveloperPortal -> "developerPortalStatus";
          case Portal -> "legacyPortalStatus";
          default -> "";
        };
    return properties.path(field).asText("").equals("Disabled");
  }
}
