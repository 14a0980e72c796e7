package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * A record set.
 *
 * @param id resource id below the zone
 * @param document {@code properties} with TTL, records and metadata
 * @param etag GUID without quotes, as recorded
 * @param zone kind of its zone
 * @param kind type of its records
 */
public record RecordSet(
    ResourceId id, ObjectNode document, String etag, ZoneKind zone, RecordKind kind)
    implements Resource {

  /** Addresses of an A record set. */
  public List<String> addresses() {
    return Json.objects(document, "properties", zone.property(RecordKind.A)).stream()
        .flatMap(entry -> Json.text(entry, "ipv4Address").stream())
        .toList();
  }

  /** Target of a CNAME record set. */
  public Optional<String> canonicalName() {
    return Json.text(document, "properties", zone.property(RecordKind.CNAME), "cname");
  }

  /** What a GET shows. */
  ObjectNode view() {
    String zoneName = id.parent().name();
    String name = id.name();
    ObjectNode shown = Json.object();
    String type = zone.shownType() + "/" + kind;
    shown.put(
        "id",
        id.scope() + "/providers/" + zone.shownType() + "/" + zoneName + "/" + kind + "/" + name);
    shown.put("name", name);
    shown.put("type", type);
    shown.put("etag", etag);
    ObjectNode properties = shown.putObject("properties");
    properties.put("fqdn", (name.equals("@") ? "" : name + ".") + zoneName + ".");
    properties.setAll((ObjectNode) document.path("properties").deepCopy());
    if (zone == ZoneKind.PRIVATE) {
      properties.put("isAutoRegistered", false);
    } else {
      Json.child(properties, "targetResource");
      properties.put("provisioningState", "Succeeded");
    }
    return shown;
  }
}
