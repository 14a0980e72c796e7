package dev.lockstep.reconcile.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Quarantine;
import dev.lockstep.plan.Quarantine.Entry;
import java.util.Map;
import java.util.TreeMap;

/** The quarantine as JSON. */
final class QuarantineJson {
  private QuarantineJson() {}

  static ArrayNode encode(Quarantine quarantine) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    quarantine
        .hosts()
        .forEach(
            (host, entry) -> {
              ObjectNode json = array.addObject();
              json.put("host", host.value()).put("hash", entry.hash());
              entry.secret().ifPresent(secret -> json.put("secret", secret));
              json.put("reason", entry.reason());
            });
    return array;
  }

  static Quarantine decode(JsonNode array) {
    Map<HostName, Entry> hosts = new TreeMap<>();
    for (JsonNode json : array) {
      hosts.put(
          new HostName(Fields.text(json, "host")),
          new Entry(
              Fields.text(json, "hash"),
              Fields.optionalText(json, "secret"),
              Fields.text(json, "reason")));
    }
    return Quarantine.of(hosts);
  }
}
