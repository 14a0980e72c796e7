package dev.lockstep.testing.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.testing.gateway.SiteShape.Door;

/** What no HTTP rule refers to: firewall, private link, TCP proxy, error pages. */
final class SideWriter {
  private SideWriter() {}

  static void write(GatewayWriter gateway) {
    ObjectNode properties = gateway.properties();
    properties.putObject("sslPolicy").put("policyType", "Predefined");
    if (gateway.has(Feature.WAF_INLINE)) {
      properties
          .putObject("webApplicationFirewallConfiguration")
          .put("enabled", true)
          .put("firewallMode", "Prevention")
          .put("ruleSetType", "OWASP")
          .put("ruleSetVersion", "3.1");
    }
    if (gateway.has(Feature.WAF_POLICY)) {
      properties
          .putObject("firewallPolicy")
          .put(
              "id",
              GatewayWriter.GROUP
                  + "/providers/Microsoft.Network/"
                  + "ApplicationGatewayWebApplicationFirewallPolicies/waf-edge");
    }
    if (gateway.has(Feature.ERROR_PAGES)) {
      properties
          .putArray("customErrorConfigurations")
          .addObject()
          .put("statusCode", "HttpStatus403");
      properties.putObject("globalConfiguration").put("enableRequestBuffering", true);
    }
    if (gateway.has(Feature.PRIVATE_LINK)) {
      ObjectNode configuration =
          gateway
              .add("privateLinkConfigurations", "link")
              .putArray("ipConfigurations")
              .addObject()
              .put("name", "first");
      configuration.put(
          "id", GatewayWriter.id("privateLinkConfigurations", "link") + "/ipConfigurations/first");
      configuration.putObject("properties").put("primary", true);
    }
    if (gateway.has(Feature.TCP_PROXY)) {
      tcp(gateway);
    }
  }

  private static void tcp(GatewayWriter gateway) {
    gateway.add("frontendPorts", "port_1433").put("port", 1433);
    gateway.add("backendSettingsCollection", "tcp").put("port", 1433).put("protocol", "Tcp");
    ObjectNode listener = gateway.add("listeners", "sql").put("protocol", "Tcp");
    GatewayWriter.refer(
        listener,
        "frontendIPConfiguration",
        "frontendIPConfigurations",
        Door.PRIVATE_HTTPS.frontend());
    GatewayWriter.refer(listener, "frontendPort", "frontendPorts", "port_1433");
    ObjectNode rule = gateway.add("routingRules", "sql").put("ruleType", "Basic");
    rule.put("priority", 12_345);
    GatewayWriter.refer(rule, "listener", "listeners", "sql");
    GatewayWriter.refer(rule, "backendAddressPool", BackWriter.POOLS, "pool-0");
    GatewayWriter.refer(rule, "backendSettings", "backendSettingsCollection", "tcp");
  }
}
