package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the service computes of {@code additionalLocations}: an own gateway address, the private
 * address in its subnet, the platform (OpenAPI file, AdditionalLocation).
 */
final class AdditionalRegions {
  private static final String FIELD = "additionalLocations";
  private static final String ADDRESSES = "privateIPAddresses";
  private static final List<String> COMPUTED =
      List.of("gatewayRegionalUrl", ADDRESSES, "publicIPAddresses", "platformVersion");

  private AdditionalRegions() {}

  /** Keeps what was computed before, and nothing that a client made up. */
  static void accept(ObjectNode document, Optional<ObjectNode> before) {
    for (ObjectNode region : in(document)) {
      if (before.isEmpty()) {
        continue;
      }
      region.remove(COMPUTED);
      in(before.get()).stream()
          .filter(old -> location(old).equals(location(region)))
          .findFirst()
          .ifPresent(old -> keep(region, old));
    }
  }

  /** Gives each region what it lacks; addresses only to a service in a network. */
  static void complete(String service, ObjectNode document, ServiceAddresses addresses) {
    boolean internal =
        document.path("properties").path("virtualNetworkType").asText("").equals("Internal");
    for (ObjectNode region : in(document)) {
      if (!region.has("gatewayRegionalUrl")) {
        region.put(
            "gatewayRegionalUrl",
            "https://%s-%s-01.regional.azure-api.net".formatted(service, location(region)));
      }
      if (!region.has("platformVersion")) {
        region.put("platformVersion", "stv2");
      }
      if (internal && Json.texts(region, ADDRESSES).isEmpty()) {
        // Asked before the list is there: what a region has is taken.
        String free =
            addresses.free(Json.text(region, "virtualNetworkConfiguration", "subnetResourceId"));
        region.putArray(ADDRESSES).add(free);
      }
    }
  }

  static List<ObjectNode> in(ObjectNode document) {
    return Json.objects(document, "properties", FIELD);
  }

  private static void keep(ObjectNode region, ObjectNode old) {
    COMPUTED.stream().filter(old::has).forEach(field -> region.set(field, old.get(field)));
  }

  private static String location(ObjectNode region) {
    return Regions.compact(region.path("location").asText("")).toLowerCase(Locale.ROOT);
  }
}
