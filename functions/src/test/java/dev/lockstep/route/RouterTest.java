package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PRIVATE;
import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ResourceId;
import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which rule takes a request: one behaviour per case. */
class RouterTest {
  private final GatewaySketch gateway = new GatewaySketch();

  @Test
  void anExactHostGoesToItsRule() {
    gateway.https("shop", 10, "shop.contoso.com").https("blog", 20, "blog.contoso.com");

    assertThat(requests().rule("blog.contoso.com")).isEqualTo("blog");
  }

  @Test
  void letterCaseOfTheRequestDoesNotMatter() {
    gateway.https("shop", 10, "shop.contoso.com");

    assertThat(requests().rule("SHOP.Contoso.com")).isEqualTo("shop");
  }

  @Test
  void letterCaseOfTheListenerDoesNotMatter() {
    gateway.https("shop", 10, "Shop.CONTOSO.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
  }

  @Test
  void aFinalDotDoesNotMatter() {
    gateway.https("shop", 10, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com.")).isEqualTo("shop");
  }

  @Test
  void aHostThatNobodyNamesHasNoRule() {
    gateway.https("shop", 10, "shop.contoso.com");

    assertThat(requests().rule("www.contoso.com")).isEqualTo("none");
  }

  @Test
  void whereNoListenerStandsThereIsNeitherRuleNorCertificate() {
    gateway.https("shop", 10, "shop.contoso.com");

    Route route =
        requests()
            .router()
            .route(PUBLIC, 8443, Optional.of("shop.contoso.com"), "shop.contoso.com");

    assertThat(route).isEqualTo(new Route.Unmatched(Optional.empty()));
  }

  @Test
  void theOtherFrontendIsAnotherGateway() {
    gateway.https("shop", 10, "shop.contoso.com");
    gateway.listener("inner", "Https", PRIVATE, 443, "shop.contoso.com").rule("inner", "inner", 5);
    Router router = requests().router();

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
    assertThat(Requests.rule(router.route(PRIVATE, 443, Optional.empty(), "shop.contoso.com")))
        .isEqualTo("inner");
  }

  @Test
  void anotherPortIsAnotherGateway() {
    gateway.https("shop", 10, "shop.contoso.com").http("plain", 5, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
    assertThat(Requests.rule(requests().http("shop.contoso.com"))).isEqualTo("plain");
  }

  @Test
  void aFrontendMayBeNamedInAnyCaseAndById() {
    gateway.https("shop", 10, "shop.contoso.com");
    Router router = requests().router();
    ResourceId id = gateway.document().id().child("frontendIPConfigurations", "PUBLIC");

    assertThat(Requests.rule(router.route(id, 443, Optional.empty(), "shop.contoso.com")))
        .isEqualTo("shop");
  }

  @Test
  void aListenerWithoutRuleTakesNothing() {
    gateway.listener("idle", "Https", PUBLIC, 443, "shop.contoso.com");
    gateway.https("all", 10, "*.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("all");
  }

  @Test
  void aWildcardBeforeAnExactHostTakesItsTraffic() {
    gateway.https("all", 10, "*.contoso.com").https("shop", 20, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("all");
  }

  @Test
  void anExactHostBeforeAWildcardKeepsItsTraffic() {
    gateway.https("all", 20, "*.contoso.com").https("shop", 10, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
    assertThat(requests().rule("blog.contoso.com")).isEqualTo("all");
  }

  @Test
  void theFirstOfTwoWildcardsWins() {
    gateway.https("wide", 20, "*.com").https("narrow", 10, "*.contoso.com");

    assertThat(requests().rule("a.contoso.com")).isEqualTo("narrow");
    assertThat(requests().rule("a.fabrikam.com")).isEqualTo("wide");
  }

  @Test
  void aBasicListenerTakesEveryHost() {
    gateway.https("all", 10);

    assertThat(requests().rule("whatever.example")).isEqualTo("all");
  }

  @Test
  void aBasicListenerAtTheEndTakesWhatIsLeft() {
    gateway.https("all", 20).https("shop", 10, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
    assertThat(requests().rule("blog.contoso.com")).isEqualTo("all");
  }

  @Test
  void aBasicListenerThatComesFirstTakesAll() {
    gateway.https("all", 10).https("shop", 20, "shop.contoso.com").https("wild", 30, "*.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("all");
  }

  @Test
  void anEmptyListOfHostNamesMakesAListenerBasic() {
    gateway.https("all", 10);
    gateway.element("httpListeners", "all").putNull("hostName");

    assertThat(requests().rule("whatever.example")).isEqualTo("all");
  }

  @Test
  void anEmptyHostNameMakesAListenerBasic() {
    gateway.https("all", 10, "");

    assertThat(requests().rule("whatever.example")).isEqualTo("all");
  }

  @Test
  void eachOfSeveralHostNamesIsTaken() {
    gateway.https("many", 10, "fabrikam.com", "*.fabrikam.com", "shop.contoso.com");

    assertThat(requests().rule("fabrikam.com")).isEqualTo("many");
    assertThat(requests().rule("www.fabrikam.com")).isEqualTo("many");
    assertThat(requests().rule("shop.contoso.com")).isEqualTo("many");
    assertThat(requests().rule("contoso.com")).isEqualTo("none");
  }

  @Test
  void rulesWithoutPriorityComeAfterThoseWithOne() {
    gateway.https("old", 0, "*.contoso.com").https("new", 20_000, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("new");
  }

  @Test
  void withoutPrioritiesTheDocumentGivesTheOrder() {
    gateway.https("first", 0, "*.contoso.com").https("second", 0, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("first");
  }

  @Test
  void withoutPrioritiesABasicListenerCatchesWhatComesAfterIt() {
    gateway.https("all", 0).https("shop", 0, "shop.contoso.com");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("all");
  }

  @Test
  void withoutPrioritiesMultiSiteListenersMayComeFirst() {
    gateway.https("all", 0).https("shop", 0, "shop.contoso.com");

    assertThat(
            Requests.to(gateway, Unverified.MULTI_SITE_FIRST_WITHOUT_PRIORITY)
                .rule("shop.contoso.com"))
        .isEqualTo("shop");
  }

  @Test
  void withPrioritiesTheBasicListenerIsNotHeldBack() {
    gateway.https("all", 10).https("shop", 20, "shop.contoso.com");

    assertThat(
            Requests.to(gateway, Unverified.MULTI_SITE_FIRST_WITHOUT_PRIORITY)
                .rule("shop.contoso.com"))
        .isEqualTo("all");
  }

  @Test
  void theFirstOfTwoRulesForOneListenerWins() {
    gateway.https("shop", 20, "shop.contoso.com").rule("earlier", "shop", 10);

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("earlier");
  }

  @Test
  void referencesInOddCaseResolve() {
    gateway.https("shop", 10, "shop.contoso.com");
    gateway
        .element("requestRoutingRules", "shop")
        .putObject("httpListener")
        .put("id", "/subscriptions/x/RESOURCEGROUPS/rg/providers/y/z/HTTPLISTENERS/SHOP");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("shop");
  }

  @Test
  void aRuleWhoseListenerIsMissingTakesNothing() {
    gateway.https("shop", 10, "shop.contoso.com");
    gateway
        .element("requestRoutingRules", "shop")
        .putObject("httpListener")
        .put("id", gateway.document().id().child("httpListeners", "gone").value());

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("none");
  }

  @Test
  void aListenerWhosePortIsMissingTakesNothing() {
    gateway.https("shop", 10, "shop.contoso.com");
    gateway.element("httpListeners", "shop").remove("frontendPort");

    assertThat(requests().rule("shop.contoso.com")).isEqualTo("none");
    assertThat(requests().router().entrances()).isEmpty();
  }

  @Test
  void entrancesAreListedOnceAndInOrder() {
    gateway.https("a", 10, "a.contoso.com").https("b", 20, "b.contoso.com").http("c", 30);

    assertThat(requests().router().entrances())
        .containsExactly(Entrance.of(PUBLIC, 80), Entrance.of(PUBLIC, 443));
  }

  private Requests requests() {
    return Requests.to(gateway);
  }
}
