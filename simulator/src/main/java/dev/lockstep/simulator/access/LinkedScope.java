package dev.lockstep.simulator.access;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.world.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A resource that a written document uses, with the action that its use needs. It is asked for at
 * every write that names the resource, whether that changed or not.
 *
 * @param action such as {@code Microsoft.Network/virtualNetworks/subnets/join/action}
 * @param scope id as written
 * @param id the same, taken apart
 */
record LinkedScope(String action, String scope, ResourceId id) {
  /** By type in lower case; from the operations that the providers publish. */
  private static final Map<String, String> ACTIONS =
      Map.of(
          "microsoft.network/virtualnetworks",
          "Microsoft.Network/virtualNetworks/join/action",
          "microsoft.network/virtualnetworks/subnets",
          "Microsoft.Network/virtualNetworks/subnets/join/action",
          "microsoft.network/publicipaddresses",
          "Microsoft.Network/publicIPAddresses/join/action",
          "microsoft.network/networksecuritygroups",
          "Microsoft.Network/networkSecurityGroups/join/action",
          "microsoft.network/routetables",
          "Microsoft.Network/routeTables/join/action",
          "microsoft.network/applicationgatewaywebapplicationfirewallpolicies",
          "Microsoft.Network/applicationGatewayWebApplicationFirewallPolicies/join/action",
          "microsoft.managedidentity/userassignedidentities",
          "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action");

  /** Every linked scope of a document, each once, in document order. */
  static List<LinkedScope> in(JsonNode document, ResourceId self) {
    List<LinkedScope> found = new ArrayList<>();
    document
        .path("identity")
        .path("userAssignedIdentities")
        .fieldNames()
        .forEachRemaining(identity -> add(identity, self, found));
    collect(document.path("properties"), self, found);
    return found;
  }

  private static void collect(JsonNode node, ResourceId self, List<LinkedScope> found) {
    for (String field : List.of("id", "subnetResourceId", "publicIpAddressId")) {
      if (node.path(field).isTextual()) {
        add(node.path(field).textValue(), self, found);
      }
    }
    node.forEach(child -> collect(child, self, found));
  }

  private static void add(String text, ResourceId self, List<LinkedScope> found) {
    parse(text)
        .filter(id -> !id.sameAs(self) && !id.key().startsWith(self.key() + "/"))
        .filter(id -> found.stream().noneMatch(known -> known.id().sameAs(id)))
        .ifPresent(
            id ->
                Optional.ofNullable(ACTIONS.get(id.type().toLowerCase(Locale.ROOT)))
                    .ifPresent(action -> found.add(new LinkedScope(action, text, id))));
  }

  private static Optional<ResourceId> parse(String text) {
    try {
      return text.startsWith("/subscriptions/")
          ? Optional.of(ResourceId.of(text))
          : Optional.empty();
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
