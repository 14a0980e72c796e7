package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
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
      String poolName = lastSegment(pool.path("backendAddressPool").path("id").asText());
      for (JsonNode settings : pool.path("backendHttpSettingsCollection")) {
        String name = lastSegment(settings.path("backendHttpSettings").path("id").asText());
        found.put(BackendPair.name(poolName, name), ofServers(settings.path("servers")));
      }
    }
    return found;
  }

  private static PairHealth ofServers(JsonNode servers) {
    TreeSet<PairHealth> all = new TreeSet<>();
    servers.forEach(server -> all.add(ofServer(server.path("health").asText())));
    return all.size() == 1 ? all.first() : UNCERTAIN;
  }

  private static PairHealth ofServer(String health) {
    return switch (health.toLowerCase(java.util.Locale.ROOT)) {
      case "healthy", "up" -> HEALTHY;
      case "unhealthy", "down" -> UNHEALTHY;
      default -> UNCERTAIN;
    };
  }

  private static String lastSegment(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }
}
