package dev.lockstep.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.limits.LimitProblem.Certainty;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.testing.gateway.CrowdedGateways;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts at the limit pass, and one more does not. */
class LimitsTest {
  private final ObjectNode root = CrowdedGateways.sized(1, 1, 1).copy();
  private final ObjectNode properties = (ObjectNode) root.get("properties");

  LimitsTest() {
    sku("Standard_v2");
    properties.remove(List.of("webApplicationFirewallConfiguration", "firewallPolicy"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "frontendIPConfigurations,       4",
    "frontendPorts,                100",
    "backendAddressPools,          100",
    "httpListeners,                200",
    "requestRoutingRules,          400",
    "backendHttpSettingsCollection, 100",
    "sslCertificates,              100",
    "authenticationCertificates,   100",
    "trustedRootCertificates,      100",
    "trustedClientCertificates,    200",
    "redirectConfigurations,       100",
    "rewriteRuleSets,              400",
    "privateLinkConfigurations,      2"
  })
  void aCollectionMayBeFullAndNotMore(String collection, int max) {
    fill(collection, max);
    assertThat(check()).isEmpty();

    fill(collection, max + 1);
    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.collection()).isEqualTo(collection);
              assertThat(problem.count()).isEqualTo(max + 1);
              assertThat(problem.max()).isEqualTo(max);
              assertThat(problem.certainty()).isEqualTo(Certainty.CERTAIN);
              assertThat(problem.source())
                  .startsWith("Microsoft Learn, Application Gateway limits");
            });
  }

  @ParameterizedTest(name = "{0}.{1}: {2}")
  @CsvSource({
    "backendAddressPools,       backendAddresses,          1200",
    "httpListeners,             hostNames,                    5",
    "urlPathMaps,               pathRules,                  100",
    "sslProfiles,               trustedClientCertificates,  100",
    "privateLinkConfigurations, ipConfigurations,             8"
  })
  void aListInsideAnElementMayBeFullAndNotMore(String collection, String property, int max) {
    fill(collection, 1);
    ArrayNode list = inside(collection).putArray(property);
    for (int i = 0; i < max; i++) {
      list.addObject();
    }
    assertThat(check()).isEmpty();

    list.addObject();
    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.collection()).isEqualTo(collection + "." + property);
              assertThat(problem.element()).contains("more0");
            });
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "frontendPorts",
    "httpListeners",
    "requestRoutingRules",
    "backendHttpSettingsCollection",
    "sslCertificates",
    "redirectConfigurations"
  })
  void withOldFirewallRulesFortyIsTheEnd(String collection) {
    inlineFirewall("OWASP", "3.1");
    fill(collection, 40);
    assertThat(check()).isEmpty();

    fill(collection, 41);
    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.max()).isEqualTo(40);
              assertThat(problem.certainty()).isEqualTo(Certainty.CERTAIN);
            });
  }

  @ParameterizedTest(name = "{0} {1}: {2} allowed")
  @CsvSource({
    "OWASP, 2.2.9, 40",
    "OWASP, 3.0, 40",
    "owasp, 3.1, 40",
    "OWASP, 3.2, 100",
    "OWASP, 4.0, 100",
    "Microsoft_DefaultRuleSet, 2.1, 100"
  })
  void theRuleSetDecides(String type, String version, int max) {
    inlineFirewall(type, version);
    fill("redirectConfigurations", max);
    assertThat(check()).isEmpty();

    fill("redirectConfigurations", max + 1);
    assertThat(check()).singleElement().extracting(LimitProblem::max).isEqualTo(max);
  }

  @Test
  void poolsDoNotDependOnTheFirewall() {
    inlineFirewall("OWASP", "3.0");
    fill("backendAddressPools", 100);

    assertThat(check()).isEmpty();
  }

  @Test
  void aPolicyByReferenceMayRunOldRulesSoThatFortyIsAWarning() {
    sku("WAF_v2");
    properties.putObject("firewallPolicy").put("id", "/subscriptions/x/waf");
    fill("redirectConfigurations", 41);

    LimitProblem problem = check().get(0);
    assertThat(problem.certainty()).isEqualTo(Certainty.DEPENDS_ON_FIREWALL_RULES);
    assertThat(problem.max()).isEqualTo(40);
    assertThat(problem.describe()).contains("41", "takes 40 if its firewall policy");
  }

  @Test
  void beyondTheLargerLimitItIsCertainWhateverThePolicy() {
    sku("WAF_v2");
    fill("redirectConfigurations", 101);

    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.certainty()).isEqualTo(Certainty.CERTAIN);
              assertThat(problem.max()).isEqualTo(100);
            });
  }

  @Test
  void anInlineFirewallThatIsOffTellsNothing() {
    inlineFirewall("OWASP", "3.0");
    ((ObjectNode) properties.get("webApplicationFirewallConfiguration")).put("enabled", false);
    fill("redirectConfigurations", 41);

    assertThat(check())
        .singleElement()
        .extracting(LimitProblem::certainty)
        .isEqualTo(Certainty.DEPENDS_ON_FIREWALL_RULES);
  }

  @Test
  void ofTwoHundredListenersOneHundredMayBeActive() {
    fill("httpListeners", 150);
    fill("requestRoutingRules", 101);
    for (int i = 0; i < 101; i++) {
      rule(i, "backendAddressPool");
    }

    assertThat(check())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.collection()).isEqualTo("httpListeners (active)");
              assertThat(problem.count()).isEqualTo(101);
            });
  }

  @Test
  void aListenerThatOnlyRedirectsIsNotActive() {
    fill("httpListeners", 150);
    fill("requestRoutingRules", 101);
    rule(0, "redirectConfiguration");
    for (int i = 1; i < 101; i++) {
      rule(i, "backendAddressPool");
    }

    assertThat(check()).isEmpty();
  }

  @Test
  void aPathMapIsActiveUnlessEveryPathRedirects() {
    fill("urlPathMaps", 1);
    fill("httpListeners", 1);
    fill("requestRoutingRules", 1);
    rule(0, "urlPathMap");
    ObjectNode map = inside("urlPathMaps");
    map.putObject("defaultRedirectConfiguration").put("id", id("redirectConfigurations", "any"));
    ObjectNode path = map.putArray("pathRules").addObject().putObject("properties");
    path.putObject("redirectConfiguration").put("id", id("redirectConfigurations", "any"));
    assertThat(ActiveListeners.count(GatewayDocument.of(root))).isZero();

    path.remove("redirectConfiguration");
    assertThat(ActiveListeners.count(GatewayDocument.of(root))).isEqualTo(1);

    map.remove("defaultRedirectConfiguration");
    map.remove("pathRules");
    assertThat(ActiveListeners.count(GatewayDocument.of(root))).isEqualTo(1);
  }

  @Test
  void actionsAndConditionsOfARewriteSetAreCountedOverItsRules() {
    fill("rewriteRuleSets", 1);
    ArrayNode rules = inside("rewriteRuleSets").putArray("rewriteRules");
    for (int i = 0; i < 2; i++) {
      ObjectNode rule = rules.addObject();
      ObjectNode actions = rule.putObject("actionSet");
      grow(actions.putArray("requestHeaderConfigurations"), 10);
      grow(actions.putArray("responseHeaderConfigurations"), 10);
      grow(rule.putArray("conditions"), 20);
    }
    assertThat(check()).isEmpty();

    ObjectNode last = (ObjectNode) rules.get(1);
    ((ObjectNode) last.get("actionSet")).putObject("urlConfiguration");
    grow((ArrayNode) last.get("conditions"), 1);
    assertThat(check())
        .extracting(LimitProblem::collection)
        .containsExactly("rewriteRuleSets.actions", "rewriteRuleSets.conditions");
  }

  @Provide
  Arbitrary<GatewayDocument> gateways() {
    return CrowdedGateways.any();
  }

  @Property(tries = 200)
  void aGatewayOfUsualSizeHasNoProblem(@ForAll("gateways") GatewayDocument gateway) {
    assertThat(Limits.check(gateway)).isEmpty();
  }

  private List<LimitProblem> check() {
    return Limits.check(GatewayDocument.of(root));
  }

  private void sku(String name) {
    properties.putObject("sku").put("name", name).put("tier", name);
  }

  private void inlineFirewall(String type, String version) {
    sku("WAF_v2");
    properties
        .putObject("webApplicationFirewallConfiguration")
        .put("enabled", true)
        .put("ruleSetType", type)
        .put("ruleSetVersion", version);
  }

  private void fill(String collection, int count) {
    ArrayNode elements = properties.putArray(collection);
    for (int i = 0; i < count; i++) {
      elements.addObject().put("name", "more" + i).putObject("properties");
    }
  }

  private ObjectNode inside(String collection) {
    return (ObjectNode) properties.path(collection).path(0).path("properties");
  }

  private void rule(int number, String target) {
    ObjectNode rule =
        (ObjectNode) properties.path("requestRoutingRules").path(number).path("properties");
    rule.putObject("httpListener").put("id", id("httpListeners", "more" + number));
    rule.putObject(target).put("id", id(target + "s", "more0"));
  }

  private String id(String collection, String name) {
    return root.path("id").asText() + "/" + collection + "/" + name;
  }

  private static void grow(ArrayNode array, int by) {
    for (int i = 0; i < by; i++) {
      array.addObject();
    }
  }
}
