package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.RecordSet;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.TreeMap;

/**
 * The body of a record set PUT. Private and public zones write the same things in different letters
 * (azure-rest-api-specs, privatedns.json 2024-06-01 and dns.json 2018-05-01). An alias record set,
 * which only public zones have, holds no records of its own (dns.json example
 * CreateOrUpdateARecordsetAlias).
 */
final class RecordBody {
  private RecordBody() {}

  static ObjectNode of(ResourceId zone, RecordSet record) {
    boolean isPrivate = zone.isOfType(Zone.PRIVATE);
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode properties = body.putObject("properties");
    ObjectNode metadata = properties.putObject("metadata");
    new TreeMap<>(record.metadata()).forEach(metadata::put);
    properties.put(isPrivate ? "ttl" : "TTL", record.ttlSeconds());
    if (record.target().isPresent()) {
      properties.putObject("targetResource").put("id", record.target().get().value());
      return body;
    }
    ArrayNode addresses = properties.putArray(isPrivate ? "aRecords" : "ARecords");
    record.addresses().forEach(address -> addresses.addObject().put("ipv4Address", address));
    return body;
  }
}
