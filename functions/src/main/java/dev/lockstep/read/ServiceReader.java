package dev.lockstep.read;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the answer of {@code GET Microsoft.ApiManagement/service}, api-versions 2019-12-01 to
 * 2024-05-01 (azure-rest-api-specs, apimdeployment.json).
 */
public final class ServiceReader {
  /** Resource type of the service. */
  public static final String TYPE = "Microsoft.ApiManagement/service";

  private ServiceReader() {}

  /**
   * The service that the body describes.
   *
   * @throws MalformedBody when the body is not that of a service
   */
  public static ApimService read(JsonNode body) {
    ResourceId id = Body.id(body);
    if (!id.isOfType(TYPE)) {
      throw new MalformedBody(id + " is not a " + TYPE);
    }
    JsonNode properties = body.path("properties");
    List<Endpoint> endpoints = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (JsonNode entry : Body.objects(properties, "hostnameConfigurations")) {
      String wireType = Body.text(entry, "type").orElse("");
      EndpointType.fromWire(wireType)
          .ifPresentOrElse(
              type -> endpoints.add(endpoint(id, type, entry)), () -> unknown.add(wireType));
    }
    return new ApimService(
        id,
        Body.text(properties, "provisioningState").orElse(""),
        Body.text(properties, "virtualNetworkType").orElse("None"),
        Body.texts(properties, "privateIPAddresses"),
        endpoints,
        regions(properties),
        unknown,
        Body.text(body, "location").orElse(""),
        properties.path("disableGateway").asBoolean(false),
        disabled(properties));
  }

  // Only the developer portal has a switch of its own (model of api-version 2024-05-01).
  private static Set<EndpointType> disabled(JsonNode properties) {
    return Body.text(properties, "developerPortalStatus")
        .filter("Disabled"::equalsIgnoreCase)
        .map(status -> Set.of(EndpointType.DEVELOPER_PORTAL))
        .orElse(Set.of());
  }

  private static Endpoint endpoint(ResourceId service, EndpointType type, JsonNode entry) {
    String text = Body.text(entry, "hostName").orElse("");
    // A host name that is left out here would look as if it had been removed: better no service.
    HostName host =
        HostName.tryParse(text)
            .orElseThrow(
                () -> new MalformedBody("hostnameConfigurations: not a host name: '" + text + "'"));
    Optional<String> source = Body.text(entry, "certificateSource");
    return new Endpoint(
        type,
        host,
        Body.text(entry, "keyVaultId"),
        source,
        BuiltInHosts.isBuiltIn(service.name(), host, source),
        entry.path("negotiateClientCertificate").asBoolean(false),
        entry.path("defaultSslBinding").asBoolean(false));
  }

  private static List<ApimService.Region> regions(JsonNode properties) {
    return Body.objects(properties, "additionalLocations").stream()
        .map(
            region ->
                new ApimService.Region(
                    Body.text(region, "location").orElse(""),
                    Body.texts(region, "privateIPAddresses"),
                    region.path("disableGateway").asBoolean(false)))
        .toList();
  }
}
