package dev.lockstep.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import dev.lockstep.offline.Documents.Found;
import dev.lockstep.plan.PublicAddressNeed;
import dev.lockstep.read.MalformedBody;
import dev.lockstep.read.PublicAddressReader;
import dev.lockstep.read.ServiceReader;
import dev.lockstep.read.ZoneReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the files say of the world.
 *
 * @param gateways every gateway
 * @param services every service
 * @param zones every zone, with the record sets that were found of it
 * @param publicAddresses IPv4 address of every public IP
 */
record World(
    Map<ResourceId, GatewayDocument> gateways,
    Map<ResourceId, Reading<ApimService>> services,
    Map<ResourceId, Zone> zones,
    Map<ResourceId, Reading<String>> publicAddresses) {
  private static final String GATEWAY = "Microsoft.Network/applicationGateways";

  /** Reports something that is wrong with a file. */
  @FunctionalInterface
  interface Problems {
    void add(String file, String message, String remedy);
  }

  static World of(Documents documents, Problems problems) {
    Map<ResourceId, GatewayDocument> gateways = new LinkedHashMap<>();
    for (Found found : documents.ofType(GATEWAY)) {
      gateways.put(id(found), GatewayDocument.of(found.body()));
    }
    Map<ResourceId, Reading<ApimService>> services = new LinkedHashMap<>();
    for (Found found : documents.ofType(ServiceReader.TYPE)) {
      read(
          found,
          problems,
          () -> services.put(id(found), Reading.known(ServiceReader.read(found.body()))));
    }
    Map<ResourceId, Zone> zones = new LinkedHashMap<>();
    for (ResourceId id : zoneIds(documents)) {
      List<Found> records = documents.childrenOf(id).stream().filter(World::isRecordSet).toList();
      if (records.isEmpty()) {
        zones.put(id, new Zone(id, List.of()));
      } else {
        read(records.get(0), problems, () -> zones.put(id, ZoneReader.read(id, page(records))));
      }
    }
    Map<ResourceId, Reading<String>> publicAddresses = new LinkedHashMap<>();
    for (Found found : documents.ofType(PublicAddressReader.TYPE)) {
      publicAddresses.put(id(found), publicAddress(found));
    }
    return new World(gateways, services, zones, publicAddresses);
  }

  /** The public IPs that a plan for the gateway needs; one that is in no file could not be read. */
  Map<ResourceId, Reading<String>> publicAddressesOf(
      GatewayDocument gateway, List<Binding> bindings) {
    Map<ResourceId, Reading<String>> readings = new LinkedHashMap<>();
    PublicAddressNeed.of(bindings, gateway)
        .forEach(
            id ->
                readings.put(
                    id,
                    Optional.ofNullable(publicAddresses.get(id))
                        .orElseGet(
                            () ->
                                Reading.unread(
                                    ReadFailure.of(
                                        ReadFailure.Kind.UNAVAILABLE,
                                        "public IP " + id.name() + " is in no file",
                                        "save the answer of GET "
                                            + id
                                            + "?api-version=2025-01-01")))));
    return readings;
  }

  /** A public IP that nobody may need is no reason to plan nothing. */
  private static Reading<String> publicAddress(Found found) {
    try {
      return Reading.known(PublicAddressReader.read(found.body()));
    } catch (MalformedBody e) {
      return Reading.unread(
          ReadFailure.of(
              ReadFailure.Kind.MALFORMED,
              "public IP " + id(found).name() + ": " + e.getMessage(),
              "give the frontend a public IP with a static IPv4 address"));
    }
  }

  /** The zones of bindings; one that is in no file could not be read. */
  Map<ResourceId, Reading<Zone>> zonesOf(List<Binding> bindings) {
    Map<ResourceId, Reading<Zone>> readings = new LinkedHashMap<>();
    bindings.stream()
        .flatMap(binding -> binding.zones().stream())
        .forEach(
            id ->
                readings.put(
                    id, zones.containsKey(id) ? Reading.known(zones.get(id)) : missing(id)));
    return readings;
  }

  private static Reading<Zone> missing(ResourceId id) {
    return Reading.unread(
        ReadFailure.of(
            ReadFailure.Kind.NOT_FOUND,
            "zone " + id.name() + " is in no file",
            "save the answer of GET "
                + id
                + "/ALL?api-version="
                + (id.isOfType(Zone.PRIVATE) ? "2024-06-01" : "2018-05-01")));
  }

  private static List<ResourceId> zoneIds(Documents documents) {
    return documents.ids().stream()
        .flatMap(
            id ->
                isZone(id)
                    ? Stream.of(id)
                    : id.type().split("/").length == 3 && isZone(id.parent())
                        ? Stream.of(id.parent())
                        : Stream.of())
        .distinct()
        .toList();
  }

  private static boolean isZone(ResourceId id) {
    return id.isOfType(Zone.PRIVATE) || id.isOfType(Zone.PUBLIC);
  }

  private static boolean isRecordSet(Found found) {
    return !id(found).type().endsWith("/virtualNetworkLinks")
        && found.body().path("properties").isObject();
  }

  private static List<JsonNode> page(List<Found> records) {
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    records.forEach(record -> page.withArrayProperty("value").add(record.body()));
    return List.of(page);
  }

  private static ResourceId id(Found found) {
    return new ResourceId(found.body().path("id").asText());
  }

  private static void read(Found found, Problems problems, Runnable read) {
    try {
      read.run();
    } catch (MalformedBody e) {
      problems.add(found.file(), e.getMessage(), "save the body as the service answered it");
    }
  }
}
