package dev.lockstep.simulator.dataplane.net;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A subnet with what decides over its packets.
 *
 * @param id id of the subnet
 * @param ranges its addresses
 * @param group its security group
 * @param routes its user-defined routes
 */
record Subnet(ResourceId id, List<Cidr> ranges, Optional<SecurityGroup> group, List<Route> routes) {

  static Subnet of(ResourceId id, ObjectNode element, Resources resources) {
    List<String> prefixes = new ArrayList<>(Json.texts(element, "properties", "addressPrefixes"));
    Json.text(element, "properties", "addressPrefix").ifPresent(prefixes::add);
    return new Subnet(
        id,
        prefixes.stream().flatMap(prefix -> Cidr.parse(prefix).stream()).toList(),
        linked(element, "networkSecurityGroup", resources)
            .map(found -> SecurityGroup.of(found.id().name(), found.document())),
        linked(element, "routeTable", resources).stream()
            .flatMap(table -> Json.objects(table.document(), "properties", "routes").stream())
            .flatMap(route -> Route.of(route).stream())
            .toList());
  }

  /** Id of the virtual network. */
  ResourceId network() {
    return id.parent();
  }

  boolean contains(String address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  /** The user-defined route for an address, unless the network's own one is more exact. */
  Optional<Route> route(String address, int ownBits) {
    return routes.stream()
        .filter(route -> route.range().contains(address))
        .max(Comparator.comparingInt(route -> route.range().bits()))
        .filter(route -> route.range().bits() >= ownBits);
  }

  private static Optional<Resource> linked(ObjectNode element, String field, Resources resources) {
    return Json.text(element, "properties", field, "id")
        .map(ResourceId::of)
        .flatMap(resources::find);
  }
}
