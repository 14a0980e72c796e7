package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The subnet of a new gateway: nobody else in it, management traffic let in, the default route to
 * the Internet (Microsoft Learn, configuration-infrastructure; texts from public error reports).
 *
 * <p>Asked when the gateway comes into the subnet. Later changes of group or routes are taken;
 * their consequence is health Unknown.
 */
final class SubnetRule implements GatewayRule {
  private static final int FIRST_PORT = 65200;
  private static final int LAST_PORT = 65535;
  private static final Set<String> MANAGEMENT =
      Set.of("*", "gatewaymanager", "internet", "0.0.0.0/0");

  @Override
  public void check(Draft draft) {
    Optional<String> before = draft.before().flatMap(SubnetRule::subnet);
    Optional<String> now = subnet(draft.document());
    if (now.isEmpty() || before.filter(now.get()::equalsIgnoreCase).isPresent()) {
      return;
    }
    find(draft, now.get()).ifPresent(subnet -> check(draft, subnet));
  }

  private static void check(Draft draft, Resource subnet) {
    boolean shared =
        draft.resources().all().stream().anyMatch(other -> occupies(other, subnet.id()));
    if (shared) {
      throw GatewayRule.refusal(
          "ApplicationGatewaySubnetCannotHaveOtherResources",
          "Subnet %s cannot be used for application gateway %s since it has other resources deployed. Subnet used for application gateway can only have other application gateways."
              .formatted(subnet.id(), draft.id()));
    }
    JsonNode properties = subnet.document().path("properties");
    Json.text(properties, "networkSecurityGroup", "id")
        .filter(group -> find(draft, group).filter(SubnetRule::blocks).isPresent())
        .ifPresent(
            group -> {
              throw GatewayRule.refusal(
                  "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup",
                  "Network security group %s blocks incoming internet traffic on ports 65200 - 65535 to subnet %s, associated with Application Gateway %s. This is not permitted for Application Gateways that have V2 Sku."
                      .formatted(group, subnet.id(), draft.id()));
            });
    Json.text(properties, "routeTable", "id")
        .flatMap(table -> find(draft, table))
        .filter(SubnetRule::diverts)
        .ifPresent(
            table -> {
              throw GatewayRule.refusal(
                  "ApplicationGatewaySubnetUserDefinedRouteNotAllowed",
                  "For routes associated to subnet containing Application Gateway V2, please ensure '0.0.0.0/0' uses NextHopType as 'Internet'.");
            });
  }

  private static Optional<String> subnet(ObjectNode document) {
    return Parts.of(document, "gatewayIPConfigurations").stream()
        .flatMap(part -> Json.text(part, "properties", "subnet", "id").stream())
        .findFirst();
  }

  private static boolean occupies(Resource other, ResourceId subnet) {
    return Json.text(
            other.document(), "properties", "virtualNetworkConfiguration", "subnetResourceId")
        .filter(subnet.toString()::equalsIgnoreCase)
        .isPresent();
  }

  /** The first rule by priority that matches decides; without one the default rules deny. */
  private static boolean blocks(Resource group) {
    List<ObjectNode> rules = Json.objects(group.document(), "properties", "securityRules");
    return rules.stream()
        .map(rule -> rule.path("properties"))
        .filter(rule -> rule.path("direction").asText("").equalsIgnoreCase("Inbound"))
        .filter(rule -> management(rule) && covers(rule))
        .min(Comparator.comparingInt(rule -> rule.path("priority").asInt(Integer.MAX_VALUE)))
        .map(rule -> rule.path("access").asText("").equalsIgnoreCase("Deny"))
        .orElse(true);
  }

  private static boolean management(JsonNode rule) {
    return values(rule, "sourceAddressPrefix", "sourceAddressPrefixes").stream()
        .anyMatch(prefix -> MANAGEMENT.contains(prefix.toLowerCase(Locale.ROOT)));
  }

  private static boolean covers(JsonNode rule) {
    return values(rule, "destinationPortRange", "destinationPortRanges").stream()
        .anyMatch(SubnetRule::coversPorts);
  }

  private static boolean coversPorts(String range) {
    if (range.equals("*")) {
      return true;
    }
    String[] ends = range.split("-", 2);
    return ends.length == 2
        && Integer.parseInt(ends[0]) <= FIRST_PORT
        && Integer.parseInt(ends[1]) >= LAST_PORT;
  }

  private static List<String> values(JsonNode rule, String one, String many) {
    List<String> values = Json.texts(rule, many);
    Json.text(rule, one).ifPresent(values::add);
    return values;
  }

  private static boolean diverts(Resource table) {
    return Json.objects(table.document(), "properties", "routes").stream()
        .map(route -> route.path("properties"))
        .filter(route -> route.path("addressPrefix").asText("").equals("0.0.0.0/0"))
        .anyMatch(route -> !route.path("nextHopType").asText("").equalsIgnoreCase("Internet"));
  }

  private static Optional<Resource> find(Draft draft, String id) {
    try {
      return draft.resources().find(ResourceId.of(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
