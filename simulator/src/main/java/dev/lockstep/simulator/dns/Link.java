package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;

/**
 * A link of a private zone to a virtual network.
 *
 * @param id resource id below the zone
 * @param document location, tags, and properties with virtualNetwork and registrationEnabled
 * @param etag etag in quotes
 */
public record Link(ResourceId id, ObjectNode document, String etag) implements Resource {

  /** Whether the link is to a virtual network. */
  boolean to(ResourceId network) {
    return Json.text(document, "properties", "virtualNetwork", "id")
        .filter(linked -> linked.equalsIgnoreCase(network.toString()))
        .isPresent();
  }

  /** What a GET shows. */
  ObjectNode view() {
    ObjectNode shown = Json.object();
    shown.put("id", id.toString());
    shown.put("name", id.name());
    shown.put("type", "Microsoft.Network/privateDnsZones/virtualNetworkLinks");
    shown.put("etag", etag);
    shown.put("location", "global");
    if (document.path("tags").isObject()) {
      shown.set("tags", document.path("tags"));
    }
    ObjectNode properties = shown.putObject("properties");
    properties.put("provisioningState", "Succeeded");
    properties.put("registrationEnabled", false);
    properties.setAll((ObjectNode) document.path("properties").deepCopy());
    properties.put("virtualNetworkLinkState", "Completed");
    return shown;
  }
}
