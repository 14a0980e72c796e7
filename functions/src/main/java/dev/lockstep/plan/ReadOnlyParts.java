package dev.lockstep.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What the service writes into an element's properties by itself. */
final class ReadOnlyParts {
  private static final List<String> NAMES =
      List.of(
          "provisioningState",
          "requestRoutingRules",
          "routingRules",
          "urlPathMaps",
          "pathRules",
          "httpListeners",
          "listeners",
          "backendHttpSettingsCollection",
          "backendSettingsCollection",
          "publicCertData");

  private ReadOnlyParts() {}

  /** A copy of the properties of one of our kinds without them. */
  static ObjectNode without(ObjectNode properties) {
    ObjectNode copy = properties.deepCopy().remove(NAMES);
    // As an object it is a rule's reference; as an array a probe's list of users.
    if (copy.path("backendHttpSettings").isArray()) {
      copy.remove("backendHttpSettings");
    }
    return copy;
  }
}
