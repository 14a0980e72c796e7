package dev.lockstep.simulator.health;

import java.util.Set;

/**
 * Paths on which the endpoints of a service answer a probe (Microsoft Learn, api-management-howto-
 * integrate-internal-vnet-appgateway; two versions of that page name two paths for the portal).
 */
final class StatusPaths {
  private static final Set<String> PORTAL =
      Set.of("/signin", "/internal-status-0123456789abcdef", "/");

  private StatusPaths() {}

  static boolean answers(String endpointType, String path) {
    return switch (endpointType) {
      case "Proxy" -> path.equals("/status-0123456789abcdef");
      case "DeveloperPortal", "Portal" -> PORTAL.contains(path);
      case "Management" -> path.equals("/ServiceStatus");
      // No source names a status path of the others: any path is answered.
      default -> true;
    };
  }
}
