package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.json.Json;

/** A firewall needs a tier that has one; code and text are in public error reports. */
final class FirewallRule implements GatewayRule {
  @Override
  public void check(Draft draft) {
    JsonNode properties = draft.document().path("properties");
    String tier = Json.text(properties, "sku", "tier").orElse("");
    boolean wanted =
        properties.path("webApplicationFirewallConfiguration").path("enabled").asBoolean()
            || properties.path("firewallPolicy").has("id");
    if (wanted && tier.startsWith("Standard")) {
      throw GatewayRule.refusal(
          "ApplicationGatewayFirewallCannotBeEnabledForSelectedSku",
          "Application Gateway %s does not support WebApplicationFirewall with the selected SKU tier %s"
              .formatted(draft.id(), tier));
    }
  }
}
