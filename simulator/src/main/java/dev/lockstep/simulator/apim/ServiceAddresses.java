package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.List;
import java.util.Optional;

/** Which private address a service in a virtual network gets: the first free one of its subnet. */
final class ServiceAddresses {
  /** Azure keeps the first four addresses of a subnet (Microsoft Learn, virtual networks FAQ). */
  private static final int FIRST = 5;

  private final Resources resources;

  ServiceAddresses(Resources resources) {
    this.resources = resources;
  }

  List<String> of(ApimService service) {
    boolean internal =
        Json.text(service.document(), "properties", "virtualNetworkType")
            .filter("Internal"::equalsIgnoreCase)
            .isPresent();
    if (!internal) {
      return List.of();
    }
    if (!service.privateAddresses().isEmpty()) {
      return service.privateAddresses();
    }
    return List.of(
        free(
            Json.text(
                service.document(),
                "properties",
                "virtualNetworkConfiguration",
                "subnetResourceId")));
  }

  /** The first address of a subnet that no service has. */
  String free(Optional<String> subnetId) {
    List<String> taken =
        resources.all(ApimService.class).stream()
            .flatMap(other -> other.allPrivateAddresses().stream())
            .toList();
    String network = subnetId.flatMap(this::network).orElse("10.255.0.");
    int host = FIRST;
    while (taken.contains(network + host)) {
      host++;
    }
    return network + host;
  }

  /** The first three bytes of the subnet, with the dot. */
  private Optional<String> network(String subnetId) {
    return subnet(subnetId)
        .flatMap(subnet -> Json.text(subnet, "properties", "addressPrefix"))
        .map(prefix -> prefix.substring(0, prefix.lastIndexOf('.') + 1));
  }

  private Optional<ObjectNode> subnet(String id) {
    try {
      return resources.find(ResourceId.of(id)).map(Resource::document);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
