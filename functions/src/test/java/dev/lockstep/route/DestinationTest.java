package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ElementKey;
import dev.lockstep.testing.gateway.GatewaySketch;
import org.junit.jupiter.api.Test;

/** Where rules lead, by name. */
class DestinationTest {
  private static final String HOST = "shop.contoso.com";
  private final GatewaySketch gateway =
      new GatewaySketch().listener("shop", "Https", PUBLIC, 443, HOST);

  @Test
  void aBasicRuleLeadsToPoolAndSettings() {
    gateway.rule("r", "shop", 10);

    assertThat(Requests.to(gateway).destination(HOST))
        .isEqualTo(
            new Destination.Basic(
                new ElementKey("backendAddressPools", "r"),
                new ElementKey("backendHttpSettingsCollection", "r")));
  }

  @Test
  void aRedirectLeadsToItsConfiguration() {
    gateway.rule("r", "shop", 10, "redirectConfiguration", "redirectConfigurations");

    assertThat(Requests.to(gateway).destination(HOST))
        .isEqualTo(new Destination.Redirect(new ElementKey("redirectConfigurations", "r")));
  }

  @Test
  void aPathBasedRuleLeadsToItsMap() {
    gateway.rule("r", "shop", 10, "urlPathMap", "urlPathMaps");

    assertThat(Requests.to(gateway).destination(HOST))
        .isEqualTo(new Destination.PathMap(new ElementKey("urlPathMaps", "r")));
  }

  @Test
  void aLoadDistributionPolicyStandsBeforeThePool() {
    gateway.rule("r", "shop", 10);
    gateway
        .element("requestRoutingRules", "r")
        .putObject("loadDistributionPolicy")
        .put("id", gateway.document().id().child("loadDistributionPolicies", "spread").value());

    assertThat(Requests.to(gateway).destination(HOST))
        .isEqualTo(
            new Destination.Distributed(
                new ElementKey("loadDistributionPolicies", "spread"),
                new ElementKey("backendHttpSettingsCollection", "r")));
  }

  @Test
  void aRuleThatLeadsNowhereKnownIsStillTheRule() {
    gateway.rule("r", "shop", 10);
    gateway.element("requestRoutingRules", "r").remove("backendAddressPool");

    assertThat(Requests.to(gateway).destination(HOST)).isEqualTo(new Destination.Unknown());
    assertThat(Requests.to(gateway).rule(HOST)).isEqualTo("r");
  }
}
