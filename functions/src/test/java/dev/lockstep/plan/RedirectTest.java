package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.EndpointType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of {@link RedirectChoice}. */
class RedirectTest {
  private static final String LISTENER = "listener-api.contoso.com..http";

  @Test
  void portEightyRedirectsToTheListener() {
    Estates estates = redirecting();

    JsonNode listener = Looks.our(estates, "httpListeners", LISTENER);
    JsonNode redirect = Looks.our(estates, "redirectConfigurations", "redirect-api.contoso.com");
    JsonNode rule = Looks.our(estates, "requestRoutingRules", "rule-api.contoso.com..http");
    assertThat(listener.path("protocol").asText()).isEqualTo("Http");
    assertThat(listener.path("hostName").asText()).isEqualTo("api.contoso.com");
    assertThat(Looks.reference(listener, "frontendPort")).isEqualTo("port_80");
    assertThat(listener.has("sslCertificate")).isFalse();
    assertThat(redirect.path("redirectType").asText()).isEqualTo("Permanent");
    assertThat(redirect.path("includePath").asBoolean()).isTrue();
    assertThat(redirect.path("includeQueryString").asBoolean()).isTrue();
    assertThat(Looks.reference(redirect, "targetListener"))
        .isEqualTo("ls-lockstep-listener-api.contoso.com");
    assertThat(Looks.reference(rule, "httpListener")).isEqualTo("ls-lockstep-" + LISTENER);
    assertThat(Looks.reference(rule, "redirectConfiguration"))
        .isEqualTo("ls-lockstep-redirect-api.contoso.com");
    assertThat(rule.has("backendAddressPool")).isFalse();
    assertThat(Looks.warnings(estates)).isEmpty();
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void eachFrontendRedirectsToItsOwnListener() {
    Estates estates =
        Estates.contoso()
            .with(b -> b.endpoints(Looks.on(EndpointType.PROXY, "both", BackendOptions.REDIRECT)));

    assertThat(Looks.ours(estates, "redirectConfigurations"))
        .containsExactly("redirect-api.contoso.com", "redirect-api.contoso.com..private");
    JsonNode inside =
        Looks.our(estates, "redirectConfigurations", "redirect-api.contoso.com..private");
    assertThat(Looks.reference(inside, "targetListener"))
        .isEqualTo("ls-lockstep-listener-api.contoso.com..private");
    assertThat(Looks.ours(estates, "requestRoutingRules"))
        .containsExactly(
            "rule-api.contoso.com",
            "rule-api.contoso.com..http",
            "rule-api.contoso.com..private",
            "rule-api.contoso.com..private..http");
  }

  @Test
  void aRuleThatWasTurnedToAPoolRedirectsAgain() {
    Estates estates = redirecting().converged();
    for (JsonNode rule : estates.gateway.path("properties").path("requestRoutingRules")) {
      if (rule.path("name").asText().endsWith("..http")) {
        ((ObjectNode) rule.path("properties"))
            .putObject("backendAddressPool")
            .put("id", Estates.GATEWAY + "/backendAddressPools/shop-pool");
      }
    }

    assertThat(Looks.our(estates, "requestRoutingRules", "rule-api.contoso.com..http").toString())
        .doesNotContain("backendAddressPool");
  }

  @Test
  void aWildcardIsPublishedWithout() {
    Estates estates =
        Estates.contoso()
            .with(b -> b.options(BackendOptions.probingAndRedirecting("x.contoso.com")))
            .lists(SERVICE, proxy("*.contoso.com"));

    assertThat(Looks.ours(estates, "httpListeners"))
        .containsExactly("listener-wildcard..contoso.com");
    assertThat(Looks.warnings(estates))
        .containsExactly(
            "redirectLeftOut: *.contoso.com is published on frontend '"
                + Estates.PUBLIC
                + "' without redirect from port 80: a redirect cannot lead to a listener with a"
                + " wildcard");
  }

  @ParameterizedTest
  @CsvSource({
    "api.contoso.com, false, false",
    "API.contoso.com, true, false",
    "*.contoso.com, false, false",
    "*.contoso.com, true, true",
    "api.contoso.com.example, false, true",
    "'', false, true"
  })
  void aForeignListenerOnPortEighty(String host, boolean claim, boolean redirects) {
    Estates estates =
        Estates.contoso()
            .with(
                b -> b.options(claim ? BackendOptions.REDIRECT_AND_CLAIM : BackendOptions.REDIRECT))
            .colleague(g -> Estates.edit(g, "httpListeners", "shop-http", "hostName", host));

    assertThat(Looks.ours(estates, "httpListeners").contains(LISTENER)).isEqualTo(redirects);
    assertThat(Looks.ours(estates, "httpListeners")).contains("listener-api.contoso.com");
    assertThat(estates.plan().blocked()).isEmpty();
    assertThat(Looks.warnings(estates))
        .filteredOn(warning -> !warning.startsWith("hostClaimed: "))
        .hasSize(redirects ? 0 : 1)
        .allSatisfy(
            warning ->
                assertThat(warning)
                    .isEqualToIgnoringCase(
                        "redirectLeftOut: api.contoso.com is published on frontend '"
                            + Estates.PUBLIC
                            + "' without redirect from port 80: foreign listener 'shop-http'"
                            + " answers there for "
                            + host));
  }

  @Test
  void aTcpListenerTakesTheWholePort() {
    Estates estates =
        redirecting()
            .colleague(
                g -> {
                  ObjectNode listener =
                      g.withObjectProperty("properties")
                          .withArrayProperty("listeners")
                          .addObject()
                          .put("name", "tcp")
                          .putObject("properties");
                  listener
                      .putObject("frontendIPConfiguration")
                      .put("id", Estates.GATEWAY + "/frontendIPConfigurations/" + Estates.PUBLIC);
                  listener
                      .putObject("frontendPort")
                      .put("id", Estates.GATEWAY + "/frontendPorts/port_80");
                });

    assertThat(Looks.warnings(estates))
        .singleElement()
        .asString()
        .endsWith("foreign listener 'tcp' takes all of the port for TCP or TLS");
  }

  @Test
  void theRedirectThatStandsMovesBeforeAWildcardThatComesBesideIt() {
    Estates estates =
        redirecting()
            .converged()
            .colleague(
                g -> Estates.edit(g, "httpListeners", "shop-http", "hostName", "*.contoso.com"));

    assertThat(estates.plan().changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .extracting(FieldChange::path)
                    .containsExactly("properties.priority"));
    assertThat(Looks.warnings(estates)).isEmpty();
  }

  @Test
  void aForeignListenerWithOurNameIsACollisionOfNames() {
    Estates estates =
        redirecting()
            .colleague(
                g ->
                    g.withObjectProperty("properties")
                        .withArrayProperty("redirectConfigurations")
                        .addObject()
                        .put("name", "ls-lockstep-redirect-api.contoso.com"));

    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.NAME_COLLISION);
  }

  @Test
  void switchedOffForManyHostsIsNoRemovalOfHosts() {
    Estates estates =
        redirecting()
            .lists(
                SERVICE,
                proxy("a.contoso.com"),
                proxy("b.contoso.com"),
                proxy("c.contoso.com"),
                proxy("d.contoso.com"))
            .converged()
            .with(
                b ->
                    b.options(EndpointOptions.DEFAULT)
                        .policy(DeletePolicy.SYNC, new DeleteCap(0, 0)));
    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(12);
    assertThat(plan.blocked()).isEmpty();
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"UPSERT_ONLY", "CREATE_ONLY"})
  void switchedOffItStaysWhereNothingMayBeRemoved(DeletePolicy policy) {
    Estates estates =
        redirecting()
            .converged()
            .with(b -> b.options(EndpointOptions.DEFAULT).policy(policy, new DeleteCap(5, 50)));

    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void aPortThatWeMadeIsTakenAlong() {
    Estates estates = redirecting().colleague(RedirectTest::renumberPortEighty).converged();
    assertThat(Looks.ours(estates, "frontendPorts")).containsExactly("port-80");

    estates.with(b -> b.options(EndpointOptions.DEFAULT));

    assertThat(Looks.ours(estates, "frontendPorts")).isEmpty();
    assertThat(Looks.ours(estates, "httpListeners")).containsExactly("listener-api.contoso.com");
  }

  private static void renumberPortEighty(ObjectNode gateway) {
    for (JsonNode port : gateway.path("properties").path("frontendPorts")) {
      if (port.path("properties").path("port").asInt() == 80) {
        ((ObjectNode) port.path("properties")).put("port", 8080);
      }
    }
  }

  private static Estates redirecting() {
    return Estates.contoso().with(b -> b.options(BackendOptions.REDIRECT));
  }
}
