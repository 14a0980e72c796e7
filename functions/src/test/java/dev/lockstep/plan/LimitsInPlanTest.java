package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Foreigners.fill;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.GuardCode;
import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway has only so much room. */
class LimitsInPlanTest {
  private static final Endpoint API = proxy("api.contoso.com");
  private static final Endpoint TWO = proxy("two.contoso.com");

  @ParameterizedTest
  @CsvSource({
    "backendAddressPools,           100",
    "backendHttpSettingsCollection, 100",
    "sslCertificates,               100",
    "httpListeners,                 200",
    "requestRoutingRules,           400"
  })
  void theSiteThatDoesNotFitIsBlockedAndTheOneThatDoesGoesOn(String collection, int max) {
    Estates estates = Foreigners.alone().lists(SERVICE, TWO, API);
    fill(estates.gateway, collection, max - 1);
    number(estates.gateway);

    Plan plan = estates.plan();

    assertThat(plan.blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.LIMIT_REACHED);
              assertThat(blocked.host()).contains(TWO.host());
              assertThat(blocked.reason())
                  .startsWith(
                      "with it there would be "
                          + (max + 1)
                          + " "
                          + collection
                          + ", and the gateway takes "
                          + max
                          + " (Microsoft Learn, Application Gateway limits");
              assertThat(blocked.remedy()).startsWith("remove what nobody uses");
            });
    assertThat(plan.gatewayBody().orElseThrow().path("properties").path(collection)).hasSize(max);
    assertThat(plan.records()).extracting(RecordChange::name).containsExactly("api");
    assertThat(Guards.check(plan, estates.input())).isEmpty();
    assertThat(estates.apply(plan).plan().changes()).isEmpty();
  }

  @Test
  void ofTwoHundredListenersOneHundredMayBeActive() {
    Estates estates = Foreigners.alone().lists(SERVICE, API, TWO);
    for (int i = 0; i < 99; i++) {
      Foreigners.site(estates.gateway, "s" + i, 100 + i, "s" + i + ".fabrikam.com");
    }
    ObjectNode properties = estates.gateway.withObjectProperty("properties");
    properties.putArray("sslCertificates");
    properties
        .path("httpListeners")
        .forEach(l -> ((ObjectNode) l.path("properties")).remove("sslCertificate"));

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            blocked ->
                assertThat(blocked.reason())
                    .contains("101 httpListeners (active), and the gateway takes 100"));
  }

  @Test
  void aGatewayBeyondALimitCanBeUpdatedAsLongAsItDoesNotGrow() {
    Estates estates = Foreigners.alone().lists(SERVICE, API).converged();
    fill(estates.gateway, "probes", 300);
    fill(estates.gateway, "backendAddressPools", 120);
    estates.reads(SERVICE, "Succeeded", List.of("10.0.1.9"), API);
    Estates.edit(
        estates.gateway, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/elsewhere");

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.gatewayBody()).isPresent();
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void whoeverLeavesMakesRoom() {
    Estates estates = Foreigners.alone().lists(SERVICE, API).converged();
    fill(estates.gateway, "backendAddressPools", 100);
    estates.lists(SERVICE, TWO).after(Duration.ofMinutes(5));

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.gatewayBody().orElseThrow().path("properties").path("backendAddressPools"))
        .hasSize(100);
  }

  @Test
  void aSiteThatFitsGoesOnThoughAnEarlierOneDoesNot() {
    Estates estates = Foreigners.alone();
    fill(estates.gateway, "sslCertificates", 100);
    Optional<String> secret = Optional.of("https://kv-edge.vault.azure.net/secrets/shared");
    Endpoint shared = Estates.endpoint(EndpointType.PROXY, "zzz.contoso.com", secret);
    Foreigners.properties(estates.gateway, "sslCertificates", "filler-99").removeAll();
    estates.lists(SERVICE, shared);
    estates
        .gateway
        .withObjectProperty("properties")
        .withArrayProperty("sslCertificates")
        .remove(99);
    estates.converged();
    Endpoint other = Estates.endpoint(EndpointType.PROXY, "yyy.contoso.com", secret);

    estates.lists(SERVICE, API, shared, other);

    assertThat(estates.plan().blocked())
        .extracting(Blocked::host)
        .containsExactly(Optional.of(API.host()));
    assertThat(estates.plan().records()).extracting(RecordChange::name).containsExactly("yyy");
  }

  @Test
  void withOldFirewallRulesFortyIsTheEnd() {
    Estates estates = Foreigners.alone();
    firewall(estates.gateway, "3.1");
    fill(estates.gateway, "sslCertificates", 40);

    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(
            blocked ->
                assertThat(blocked.reason())
                    .contains("41 sslCertificates, and the gateway takes 40", "footnote 1"));
  }

  @Test
  void whereTheRuleSetIsNotKnownItIsAWarning() {
    Estates estates = Foreigners.alone();
    ObjectNode properties = estates.gateway.withObjectProperty("properties");
    properties.putObject("sku").put("tier", "WAF_v2");
    properties.remove("webApplicationFirewallConfiguration");
    properties.putObject("firewallPolicy").put("id", Estates.GROUP + "policies/waf");
    fill(estates.gateway, "sslCertificates", 40);

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.code()).isEqualTo(WarningCode.LIMIT_UNCERTAIN.wireName());
              assertThat(warning.message())
                  .startsWith(
                      "41 sslCertificates, and the gateway takes 40 if its firewall policy runs"
                          + " CRS 3.1 or older");
            });
    assertThat(estates.converged().plan().warnings()).isEmpty();
  }

  @Test
  void theGuardRefusesADocumentThatGrowsBeyondALimit() {
    Estates estates = Foreigners.alone();
    Plan plan = estates.plan();
    fill(plan.gatewayBody().orElseThrow(), "frontendPorts", 101);

    assertThat(Guards.check(plan, estates.input()))
        .extracting(Verdict.Refused::code)
        .contains(GuardCode.LIMIT_EXCEEDED);
  }

  private static void number(ObjectNode gateway) {
    int next = 1000;
    for (var rule : gateway.path("properties").path("requestRoutingRules")) {
      ((ObjectNode) rule.path("properties")).put("priority", next++);
    }
  }

  private static void firewall(ObjectNode gateway, String version) {
    ObjectNode properties = gateway.withObjectProperty("properties");
    properties.putObject("sku").put("tier", "WAF_v2");
    properties.remove("firewallPolicy");
    properties
        .putObject("webApplicationFirewallConfiguration")
        .put("enabled", true)
        .put("ruleSetType", "OWASP")
        .put("ruleSetVersion", version);
  }
}
