package dev.lockstep.simulator.access;

import dev.lockstep.simulator.world.ArmPath;
import java.util.Optional;
import java.util.Set;

/** The action that ARM asks for before it lets a request through. */
final class Actions {
  /** Lists that show each caller what it may see, and so need no action. */
  private static final Set<String> OPEN =
      Set.of("Microsoft.Resources/subscriptions", "Microsoft.Resources/tenants");

  private Actions() {}

  /**
   * The action of a request; empty when none is needed.
   *
   * @param method HTTP method
   * @param type canonical type of the resource, or of what is listed
   * @param path the path
   */
  static Optional<String> of(String method, String type, ArmPath path) {
    boolean tenantList = path.id().subscription().isEmpty() && path.trailing().isPresent();
    if (tenantList && OPEN.contains(type)) {
      return Optional.empty();
    }
    return Optional.of(named(type) + "/" + verb(method, path));
  }

  private static String verb(String method, ArmPath path) {
    return switch (method) {
      case "POST" -> path.trailing().map(action -> action + "/action").orElse("action");
      case "DELETE" -> "delete";
      case "PUT", "PATCH" -> "write";
      default -> "read";
    };
  }

  /** Groups are resources of their subscription in the names of actions. */
  private static String named(String type) {
    return type.equals("Microsoft.Resources/resourceGroups")
        ? "Microsoft.Resources/subscriptions/resourceGroups"
        : type;
  }
}
