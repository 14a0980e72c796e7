package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.List;

/** The rules that every security group has and nobody can write (recording c7n-nsg-list). */
final class DefaultRules {
  static final String COLLECTION = "defaultSecurityRules";

  private static final String TYPE = "Microsoft.Network/networkSecurityGroups/" + COLLECTION;

  private record Rule(
      String name,
      String description,
      String source,
      String destination,
      String access,
      int priority,
      String direction) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "AllowVnetInBound",
              "Allow inbound traffic from all VMs in VNET",
              "VirtualNetwork",
              "VirtualNetwork",
              "Allow",
              65000,
              "Inbound"),
          new Rule(
              "AllowAzureLoadBalancerInBound",
              "Allow inbound traffic from azure load balancer",
              "AzureLoadBalancer",
              "*",
              "Allow",
              65001,
              "Inbound"),
          new Rule(
              "DenyAllInBound", "Deny all inbound traffic", "*", "*", "Deny", 65500, "Inbound"),
          new Rule(
              "AllowVnetOutBound",
              "Allow outbound traffic from all VMs to all VMs in VNET",
              "VirtualNetwork",
              "VirtualNetwork",
              "Allow",
              65000,
              "Outbound"),
          new Rule(
              "AllowInternetOutBound",
              "Allow outbound traffic from all VMs to Internet",
              "*",
              "Internet",
              "Allow",
              65001,
              "Outbound"),
          new Rule(
              "DenyAllOutBound", "Deny all outbound traffic", "*", "*", "Deny", 65500, "Outbound"));

  private DefaultRules() {}

  /** The rules as a group shows them. */
  static ArrayNode of(Plain group) {
    ArrayNode shown = Json.array();
    RULES.forEach(rule -> show(rule, group, shown.addObject()));
    return shown;
  }

  private static void show(Rule rule, Plain group, ObjectNode shown) {
    shown.put("name", rule.name());
    shown.put("id", group.id() + "/" + COLLECTION + "/" + rule.name());
    shown.put("etag", group.etag());
    shown.put("type", TYPE);
    ObjectNode properties = shown.putObject("properties");
    properties
        .put("provisioningState", group.state())
        .put("description", rule.description())
        .put("protocol", "*")
        .put("sourcePortRange", "*")
        .put("destinationPortRange", "*")
        .put("sourceAddressPrefix", rule.source())
        .put("destinationAddressPrefix", rule.destination())
        .put("access", rule.access())
        .put("priority", rule.priority())
        .put("direction", rule.direction());
    List.of(
            "sourcePortRanges",
            "destinationPortRanges",
            "sourceAddressPrefixes",
            "destinationAddressPrefixes")
        .forEach(properties::putArray);
  }
}
