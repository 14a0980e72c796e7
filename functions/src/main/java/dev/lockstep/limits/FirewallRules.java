package dev.lockstep.limits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;

/**
 * What a document tells of the firewall's rule set, on which some limits depend.
 *
 * <pre>
 * SKU            firewall                                   rules
 * Standard_v2    none                                       NONE
 * WAF_v2         policy by reference: its rules are not in  UNKNOWN
 *                the gateway document
 * WAF_v2         inline, off                                UNKNOWN
 * WAF_v2         inline, OWASP 3.1 or older                 OLD
 * WAF_v2         inline, OWASP 3.2 or newer, or another     NEW
 *                set (the default rule set, DRS)
 * WAF_v2         nothing said                               UNKNOWN
 * </pre>
 */
enum FirewallRules {
  NONE,
  OLD,
  NEW,
  UNKNOWN;

  static FirewallRules of(GatewayDocument document) {
    JsonNode properties = document.properties();
    String tier = properties.path("sku").path("tier").asText("");
    if (!tier.regionMatches(true, 0, "WAF", 0, 3)) {
      return NONE;
    }
    JsonNode inline = properties.path("webApplicationFirewallConfiguration");
    if (properties.has("firewallPolicy") || !inline.path("enabled").asBoolean(false)) {
      return UNKNOWN;
    }
    return isOld(inline.path("ruleSetType").asText(""), inline.path("ruleSetVersion").asText(""))
        ? OLD
        : NEW;
  }

  private static boolean isOld(String type, String version) {
    if (!type.equalsIgnoreCase("OWASP")) {
      return false;
    }
    String[] parts = version.split("\\.", -1);
    int major = number(parts, 0);
    return major < 3 || (major == 3 && number(parts, 1) < 2);
  }

  private static int number(String[] parts, int index) {
    return index < parts.length && parts[index].matches("[0-9]{1,4}")
        ? Integer.parseInt(parts[index])
        : 0;
  }
}
