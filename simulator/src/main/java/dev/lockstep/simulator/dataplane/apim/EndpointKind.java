package dev.lockstep.simulator.dataplane.apim;

import java.util.Arrays;
import java.util.List;

/**
 * Kinds of endpoints of a service, with the paths on which they tell that they are well (Microsoft
 * Learn, api-management-howto-integrate-internal-vnet-appgateway; two versions of that page name
 * two paths for the portal). No source names a path for the others.
 */
enum EndpointKind {
  Proxy(""),
  DeveloperPortal("developer."),
  Portal("portal."),
  Management("management."),
  Scm("scm."),
  ConfigurationApi("configuration.");

  private final String label;

  EndpointKind(String label) {
    this.label = label;
  }

  /** The kind with a name as the service writes it; unknown ones behave like the gateway. */
  static EndpointKind of(String type) {
    return Arrays.stream(values())
        .filter(kind -> kind.name().equals(type))
        .findFirst()
        .orElse(Proxy);
  }

  /** Built-in host name of a service. */
  String builtIn(String service) {
    return service + "." + label + "azure-api.net";
  }

  /** Whether a path is a status path of this kind. */
  boolean tellsStatus(String path) {
    return switch (this) {
      case Proxy -> path.equals("/status-0123456789abcdef");
      case DeveloperPortal, Portal ->
          path.equals("/signin") || path.equals("/internal-status-0123456789abcdef");
      case Management -> path.equals("/ServiceStatus");
      case Scm, ConfigurationApi -> false;
    };
  }

  /** Whether a path is a status path of another kind only. */
  boolean isForeignStatus(String path) {
    return !tellsStatus(path) && Arrays.stream(values()).anyMatch(other -> other.tellsStatus(path));
  }

  /** Kinds that have a built-in host name. */
  static List<EndpointKind> builtInKinds() {
    return List.of(Proxy, Portal, DeveloperPortal, Management, Scm);
  }
}
