package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;

/**
 * A DNS zone.
 *
 * @param id resource id; its name is the domain
 * @param document location and tags
 * @param etag GUID without quotes
 * @param kind private or public
 */
public record Zone(ResourceId id, ObjectNode document, String etag, ZoneKind kind)
    implements Resource {

  /** What a GET shows; a zone without tags has no tags key, as recorded. */
  ObjectNode view(Resources resources) {
    ObjectNode shown = Json.object();
    shown.put("id", id.toString());
    shown.put("name", id.name());
    shown.put("type", kind == ZoneKind.PRIVATE ? kind.zoneType() : kind.shownType());
    shown.put("etag", etag);
    shown.put("location", "global");
    if (document.path("tags").isObject()) {
      shown.set("tags", document.path("tags"));
    }
    ObjectNode properties = shown.putObject("properties");
    long sets =
        resources.all(RecordSet.class).stream().filter(set -> set.id().parent().sameAs(id)).count();
    if (kind == ZoneKind.PUBLIC) {
      properties.put("maxNumberOfRecordSets", 10000);
      properties.putNull("maxNumberOfRecordsPerRecordSet");
      properties.put("numberOfRecordSets", sets);
      properties.putArray("nameServers").add("ns1-01.azure-dns.com.").add("ns2-01.azure-dns.net.");
      properties.put("zoneType", "Public");
      return shown;
    }
    long links =
        resources.all(Link.class).stream().filter(link -> link.id().parent().sameAs(id)).count();
    long registering =
        resources.all(Link.class).stream()
            .filter(link -> link.id().parent().sameAs(id))
            .filter(
                link -> link.document().path("properties").path("registrationEnabled").asBoolean())
            .count();
    properties.put("maxNumberOfRecordSets", 25000);
    properties.put("maxNumberOfVirtualNetworkLinks", 1000);
    properties.put("maxNumberOfVirtualNetworkLinksWithRegistration", 100);
    properties.put("numberOfRecordSets", sets);
    properties.put("numberOfVirtualNetworkLinks", links);
    properties.put("numberOfVirtualNetworkLinksWithRegistration", registering);
    properties.put("provisioningState", "Succeeded");
    return shown;
  }
}
