package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits table, with firewalls of new and old rule sets. */
class LimitTest {
  private final TestAzure azure = new TestAzure();

  @ParameterizedTest
  @CsvSource({
    "backendAddressPools, 3.2, 100",
    "backendAddressPools, 3.1, 100",
    "backendHttpSettingsCollection, 3.2, 100",
    "backendHttpSettingsCollection, 3.1, 40",
    "frontendPorts, 3.2, 100",
    "frontendPorts, 3.0, 40",
    "redirectConfigurations, 3.2, 100",
    "redirectConfigurations, 2.2.9, 40",
    "rewriteRuleSets, 3.1, 400"
  })
  void theLastThatFitsIsTakenAndTheNextIsNot(String collection, String ruleSet, int most) {
    ObjectNode document = azure.read(GATEWAY);
    ObjectNode properties = Json.child(document, "properties");
    properties.remove("firewallPolicy");
    properties.set(
        "webApplicationFirewallConfiguration",
        json(
            "{'enabled':true,'firewallMode':'Detection','ruleSetType':'OWASP','ruleSetVersion':'"
                + ruleSet
                + "'}"));
    ArrayNode elements = properties.withArray(collection);
    while (elements.size() < most) {
      elements.add(another(collection, elements.size()));
    }
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
    elements.add(another(collection, most));
    ArmResponse refused = azure.put(GATEWAY, document);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(body(refused).at("/error/code").asText()).endsWith("LimitReached");
    assertThat(body(refused).at("/error/message").asText())
        .contains((most + 1) + " and the maximum allowed is " + most);
  }

  @Test
  void membersOfAPoolAreLimitedToo() {
    ObjectNode document = azure.read(GATEWAY);
    ArrayNode members =
        Json.child(Parts.of(document, "backendAddressPools").get(0), "properties")
            .putArray("backendAddresses");
    for (int i = 0; i <= 1200; i++) {
      members.addObject().put("ipAddress", "10.2." + i / 250 + "." + (i % 250 + 1));
    }
    assertThat(body(azure.put(GATEWAY, document)).at("/error/code").asText())
        .isEqualTo("ApplicationGatewayBackendAddressLimitReached");
  }

  private static ObjectNode another(String collection, int number) {
    ObjectNode element = Json.object().put("name", "more-" + number);
    ObjectNode properties = element.putObject("properties");
    switch (collection) {
      case "frontendPorts" -> properties.put("port", 10000 + number);
      case "backendHttpSettingsCollection" -> properties.put("port", 443).put("protocol", "Https");
      case "redirectConfigurations" ->
          properties.put("redirectType", "Found").put("targetUrl", "https://contoso.com/");
      default -> {
        // Nothing is required of pools and rewrite rule sets.
      }
    }
    return element;
  }
}
