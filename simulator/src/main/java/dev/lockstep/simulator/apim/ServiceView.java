package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/**
 * Shows a service as a GET does, explicit nulls included (recordings apim.put-create,
 * c7n-apim-list).
 */
final class ServiceView {
  private static final List<String> NULL_WHEN_ABSENT =
      List.of(
          "publicIPAddresses",
          "additionalLocations",
          "virtualNetworkConfiguration",
          "customProperties",
          "certificates",
          "publicIpAddressId",
          "privateEndpointConnections");

  private static final List<String> NULL_IN_HOST_NAMES =
      List.of(
          "encodedCertificate",
          "keyVaultId",
          "certificatePassword",
          "certificate",
          "identityClientId",
          "certificateStatus");

  private ServiceView() {}

  static ObjectNode of(ApimService service) {
    ObjectNode shown = Json.object();
    ObjectNode document = service.document().deepCopy();
    shown.put("id", service.id().toString());
    shown.put("name", service.id().name());
    shown.put("type", "Microsoft.ApiManagement/service");
    shown.putObject("tags");
    document.properties().stream()
        .filter(field -> !field.getKey().equals("properties"))
        .forEach(field -> shown.set(field.getKey(), field.getValue()));
    shown.put("location", Regions.display(document.path("location").asText("")));
    shown.put("etag", service.etag());
    shown.set("properties", properties(service, Json.child(document, "properties")));
    for (String field : List.of("identity", "zones")) {
      if (!shown.has(field)) {
        shown.putNull(field);
      }
    }
    return shown;
  }

  private static ObjectNode properties(ApimService service, ObjectNode written) {
    String name = service.id().name();
    ObjectNode properties = Json.object();
    properties.put("notificationSenderEmail", "apimgmt-noreply@mail.windowsazure.com");
    properties.put("provisioningState", service.state());
    properties.put("targetProvisioningState", service.targetState());
    properties.put("createdAtUtc", service.created().toString());
    properties.put("gatewayUrl", "https://" + name + ".azure-api.net");
    properties.put(
        "gatewayRegionalUrl",
        "https://%s-%s-01.regional.azure-api.net"
            .formatted(name, Regions.compact(service.document().path("location").asText(""))));
    properties.putNull("portalUrl");
    properties.put("developerPortalUrl", "https://" + name + ".developer.azure-api.net");
    properties.put("managementApiUrl", "https://" + name + ".management.azure-api.net");
    properties.put("scmUrl", "https://" + name + ".scm.azure-api.net");
    NULL_WHEN_ABSENT.forEach(properties::putNull);
    properties.put("virtualNetworkType", "None");
    properties.put("disableGateway", false);
    properties.put("publicNetworkAccess", "Enabled");
    properties.put("platformVersion", "stv2");
    properties.putObject("apiVersionConstraint").putNull("minApiVersion");
    properties.setAll(written);
    for (ObjectNode entry : Json.objects(properties, "hostnameConfigurations")) {
      NULL_IN_HOST_NAMES.stream().filter(field -> !entry.has(field)).forEach(entry::putNull);
    }
    properties.set("privateIPAddresses", addresses(service.privateAddresses()));
    return properties;
  }

  private static JsonNode addresses(List<String> addresses) {
    ArrayNode list = Json.array();
    addresses.forEach(list::add);
    return addresses.isEmpty() ? list.nullNode() : list;
  }
}
