package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reference;
import java.util.Optional;

/**
 * Backend health as the journal keeps it: per endpoint of ours, each server's health and what the
 * gateway's probe log says. Backends of others are none of our business.
 */
final class HealthReport {
  private HealthReport() {}

  /**
   * The report on an answer of {@code backendhealth} (ApplicationGatewayBackendHealth,
   * azure-rest-api-specs 2024-01-01).
   */
  static ObjectNode of(JsonNode body, OwnerRecord owned) {
    ObjectNode report = JsonNodeFactory.instance.objectNode();
    ArrayNode endpoints = report.putArray("endpoints");
    int unhealthy = 0;
    for (JsonNode pool : body.path("backendAddressPools")) {
      String name = Reference.name(pool, "backendAddressPool");
      Optional<Owned> owner = owned.of(new ElementKey("backendAddressPools", name));
      if (owner.isPresent()) {
        unhealthy += servers(pool, name, owner.get(), endpoints);
      }
    }
    return report.put("unhealthy", unhealthy);
  }

  private static int servers(JsonNode pool, String poolName, Owned owner, ArrayNode endpoints) {
    int unhealthy = 0;
    for (JsonNode settings : pool.path("backendHttpSettingsCollection")) {
      for (JsonNode server : settings.path("servers")) {
        ObjectNode endpoint = endpoints.addObject();
        owner.host().ifPresent(host -> endpoint.put("host", host.value()));
        endpoint.put("pool", poolName);
        endpoint.put("settings", Reference.name(settings, "backendHttpSettings"));
        endpoint.put("address", server.path("address").asText());
        endpoint.put("health", server.path("health").asText());
        String log = server.path("healthProbeLog").asText("");
        if (!log.isEmpty()) {
          endpoint.put("probeLog", log);
        }
        unhealthy += PairHealth.ofServer(server) == PairHealth.HEALTHY ? 0 : 1;
      }
    }
    return unhealthy;
  }
}
