package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.Reference;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an answer on backend health says of a pool with its settings
 * (ApplicationGatewayBackendHealth, azure-rest-api-specs 2024-01-01; the OpenAPI says Up and Down,
 * the live service Healthy and Unhealthy).
 *
 * <pre>
 * servers                              | the pair is
 * -------------------------------------+------------
 * all Healthy                          | HEALTHY
 * all Unhealthy                        | UNHEALTHY
 * none, some Unknown, or of both sorts | UNCERTAIN
 * </pre>
 */
enum PairHealth {
  HEALTHY,
  UNHEALTHY,
  UNCERTAIN;

  /** By name of the pair. */
  static Map<String, PairHealth> of(JsonNode body) {
    Map<String, PairHealth> found = new TreeMap<>();
    for (JsonNode pool : body.path("backendAddressPools")) {
      String poolName = Reference.name(pool, "backendAddressPool");
      for (JsonNode settings : pool.path("backendHttpSettingsCollection")) {
        String name = Reference.name(settings, "backendHttpSettings");
        found.put(BackendPair.name(poolName, name), ofServers(settings.path("servers")));
      }
    }
    return found;
  }

  private static PairHealth ofServers(JsonNode servers) {
    TreeSet<PairHealth> all = new TreeSet<>();
    servers.forEach(server -> all.add(ofServer(server)));
    return all.size() == 1 ? all.first() : UNCERTAIN;
  }

  /** What is said of one server. */
  static PairHealth ofServer(JsonNode server) {
    return switch (server.path("health").asText().toLowerCase(Locale.ROOT)) {
      case "healthy", "up" -> HEALTHY;
      case "unhealthy", "down" -> UNHEALTHY;
      default -> UNCERTAIN;
    };
  }
}
