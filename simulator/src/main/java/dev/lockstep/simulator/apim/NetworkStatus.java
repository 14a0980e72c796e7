package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.time.Instant;

/** What one region of a service says of its dependencies: all are reachable. */
final class NetworkStatus {
  private NetworkStatus() {}

  static ObjectNode of(ApimService service, Instant now) {
    ObjectNode status = Json.object();
    // 168.63.129.16 is the address of Azure DNS (Microsoft Learn,
    // what-is-ip-address-168-63-129-16).
    status.putArray("dnsServers").add("168.63.129.16");
    status
        .putArray("connectivityStatus")
        .addObject()
        .put("name", "https://" + service.id().name() + ".management.azure-api.net")
        .put("status", "success")
        .put("error", "")
        .put("lastUpdated", now.toString())
        .put("lastStatusChange", service.created().toString())
        .put("resourceType", "Internal")
        .put("isOptional", false);
    return status;
  }
}
