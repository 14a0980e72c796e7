package dev.lockstep.simulator.dns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.json.Json;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the body of a PUT into the document of a record set, or refuses it. */
final class RecordSetIntake {
  private static final Pattern IPV4 =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)");
  private static final long LONGEST_TTL = Integer.MAX_VALUE;
  private static final int MOST_RECORDS = 20;

  private RecordSetIntake() {}

  static ObjectNode accept(ObjectNode body, ZoneKind zone, RecordKind kind) {
    JsonNode sent = body.path("properties");
    ObjectNode document = Json.object();
    ObjectNode properties = document.putObject("properties");
    JsonNode metadata = field(sent, "metadata");
    if (metadata.isObject()) {
      properties.set("metadata", metadata);
    }
    JsonNode alias = field(sent, "targetResource");
    if (zone == ZoneKind.PUBLIC && alias.has("id")) {
      properties.set("targetResource", alias);
    }
    JsonNode ttl = field(sent, "ttl");
    if (!ttl.canConvertToLong() || ttl.longValue() < 1 || ttl.longValue() > LONGEST_TTL) {
      throw bad(
          "The value '"
              + ttl.asText("")
              + "' of the TTL is invalid. It must be between 1 and 2147483647.");
    }
    properties.set(zone.ttl(), ttl);
    String name = zone.property(kind);
    JsonNode records = field(sent, name);
    if (kind.many()) {
      properties.set(name, records.isArray() ? records : Json.array());
      if (properties.path(name).size() > MOST_RECORDS) {
        throw bad("The record set has more than 20 records.");
      }
    } else if (records.isObject()) {
      properties.set(name, records);
    }
    if (kind == RecordKind.A) {
      requireAddresses(properties.path(name));
    }
    return document;
  }

  /** Clients write the names of private and public DNS with different cases; both are taken. */
  private static JsonNode field(JsonNode properties, String name) {
    for (Map.Entry<String, JsonNode> field : properties.properties()) {
      if (field.getKey().equalsIgnoreCase(name)) {
        return field.getValue();
      }
    }
    return Json.object().path("missing");
  }

  private static void requireAddresses(JsonNode records) {
    for (JsonNode entry : records) {
      String address = entry.path("ipv4Address").asText("");
      if (!IPV4.matcher(address).matches()) {
        throw bad("The value '" + address + "' is not a valid IPv4 address.");
      }
    }
  }

  private static ArmFault bad(String message) {
    return Faults.flat(400, "BadRequest", message);
  }
}
