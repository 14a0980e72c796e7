package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What Azure would answer after a plan was carried out, with the noise that it adds. */
final class Applied {
  private Applied() {}

  static void to(Estates estates, Plan plan) {
    plan.gatewayBody().ifPresent(body -> estates.gateway = asRead(body));
    estates.owned = plan.ownedAfter();
    plan.records().forEach(record -> write(estates, record));
  }

  /** The document as a GET would give it back: new entity tags, defaults, the ways back. */
  static ObjectNode asRead(ObjectNode body) {
    ObjectNode read = body.deepCopy();
    String etag = "W/\"" + UUID.nameUUIDFromBytes(body.toString().getBytes(UTF_8)) + "\"";
    read.put("etag", etag);
    for (Map.Entry<String, JsonNode> collection : read.path("properties").properties()) {
      for (JsonNode node : collection.getValue()) {
        if (node instanceof ObjectNode element && element.has("properties")) {
          element.put("etag", etag);
          element.put("type", "Microsoft.Network/applicationGateways/" + collection.getKey());
          noise(collection.getKey(), element.withObjectProperty("properties"));
        }
      }
    }
    waysBack(read);
    return read;
  }

  private static void noise(String collection, ObjectNode properties) {
    properties.put("provisioningState", "Succeeded");
    switch (collection) {
      case "probes" -> {
        if (!properties.has("minServers")) {
          properties.put("minServers", 0);
        }
        properties.withObjectProperty("match").put("body", "");
      }
      case "backendHttpSettingsCollection" -> {
        properties.put("probeEnabled", false);
        if (!properties.has("connectionDraining")) {
          properties.putObject("connectionDraining").put("enabled", false);
        }
      }
      case "httpListeners" -> {
        if (!properties.has("hostNames")) {
          properties.putArray("hostNames");
        }
      }
      default -> {}
    }
  }

  private static void waysBack(ObjectNode read) {
    GatewayDocument document = GatewayDocument.of(read);
    ObjectNode copy = document.copy();
    for (GatewayDocument.Element rule : document.elements("requestRoutingRules")) {
      rule.reference("httpListener")
          .ifPresent(id -> addUser(copy, "httpListeners", id, document.idOf(rule.key())));
      rule.reference("backendAddressPool")
          .ifPresent(id -> addUser(copy, "backendAddressPools", id, document.idOf(rule.key())));
    }
    for (GatewayDocument.Element settings : document.elements("backendHttpSettingsCollection")) {
      // The recorded answers name a probe's list of settings as a rule names its one.
      settings
          .reference("probe")
          .ifPresent(
              id ->
                  addUser(
                      copy, "probes", id, "backendHttpSettings", document.idOf(settings.key())));
    }
    read.setAll(copy);
  }

  private static void addUser(ObjectNode copy, String collection, ResourceId of, ResourceId user) {
    addUser(copy, collection, of, "requestRoutingRules", user);
  }

  private static void addUser(
      ObjectNode copy, String collection, ResourceId of, String property, ResourceId user) {
    for (JsonNode node : copy.path("properties").path(collection)) {
      if (node.path("name").asText().equalsIgnoreCase(of.name())) {
        ((ObjectNode) node.path("properties"))
            .putArray(property)
            .addObject()
            .put("id", user.value());
      }
    }
  }

  private static void write(Estates estates, RecordChange change) {
    Zone zone = estates.zones.get(change.zone()).asValue().orElseThrow();
    List<RecordSet> records = new ArrayList<>(zone.records());
    Optional<RecordSet> standing =
        records.stream()
            .filter(r -> r.type().equals("A") && r.name().equalsIgnoreCase(change.name()))
            .findFirst();
    if (change instanceof RecordChange.Upsert upsert) {
      if (!upsert.ifMatch().equals(standing.flatMap(RecordSet::etag))) {
        throw new AssertionError("412 for " + upsert);
      }
      RecordSet desired = upsert.desired();
      records.add(
          new RecordSet(
              desired.name(),
              "A",
              desired.ttlSeconds(),
              desired.addresses(),
              Optional.empty(),
              desired.metadata(),
              false,
              Optional.of(UUID.nameUUIDFromBytes(desired.toString().getBytes(UTF_8)).toString()),
              desired.target()));
    }
    standing.ifPresent(records::remove);
    estates.zones.put(change.zone(), Reading.known(new Zone(change.zone(), records)));
  }

  /** The owned elements that stand in the document. */
  static List<ElementKey> owned(Estates estates) {
    GatewayDocument document = GatewayDocument.of(estates.gateway);
    return estates.owned.elements().keySet().stream()
        .filter(key -> document.element(key).isPresent())
        .toList();
  }

  private static final java.nio.charset.Charset UTF_8 = java.nio.charset.StandardCharsets.UTF_8;
}
