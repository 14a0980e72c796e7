package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Foreigners.move;
import static dev.lockstep.plan.Foreigners.priority;
import static dev.lockstep.plan.Foreigners.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.EndpointType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where our rules stand, and what becomes of them when others move theirs. */
class RulePlacesTest {
  private static final String API = "ls-lockstep-rule-api.contoso.com";
  private static final String TWO = "ls-lockstep-rule-two.contoso.com";

  @Test
  void aNewRuleStandsBeforeTheListenerThatCatchesAllAndBehindTheFirstCertificate() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "rest", 500);

    assertThat(priority(body(estates), API)).isEqualTo(490);
  }

  @Test
  void twoNewRulesGetTwoNumbersInTheOrderOfTheirNames() {
    Estates estates = Foreigners.alone();
    estates.lists(SERVICE, proxy("two.contoso.com"), proxy("api.contoso.com"));
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");

    assertThat(priority(body(estates), API)).isEqualTo(20);
    assertThat(priority(body(estates), TWO)).isEqualTo(30);
  }

  @Test
  void withNoNumberLeftTheSiteIsBlockedAloneAndBothNeighboursAreNamed() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 12, "*.contoso.com");
    estates.with(b -> b.options(CrowdedEstate.options(true)));
    estates.lists(SERVICE, proxy("api.contoso.com"), proxy("two.contoso.com"));

    Plan plan = estates.plan();

    assertThat(plan.blocked())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.PRIORITY_EXHAUSTED);
              assertThat(blocked.host().orElseThrow().value()).isEqualTo("two.contoso.com");
              assertThat(blocked.reason())
                  .isEqualTo(
                      "two.contoso.com has no place at appGwPublicFrontendIpIPv4:443. Every number"
                          + " between its neighbours is in use. It must stand after rule shop"
                          + " (priority 10). It must stand before rule wild (priority 12).");
              assertThat(blocked.remedy())
                  .isEqualTo("Move one of the two neighbours to leave numbers between them.");
            });
    assertThat(priority(body(estates), API)).isEqualTo(11);
    assertThat(plan.records()).extracting(RecordChange::name).containsExactly("api");
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void aRuleThatACatchAllHasOvertakenMovesBeforeIt() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    assertThat(priority(estates.gateway, API)).isEqualTo(20);
    site(estates.gateway, "rest", 15);

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(plan.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Change.Kind.UPDATE);
              assertThat(change.reason())
                  .isEqualTo(
                      "at its place other rules take requests of api.contoso.com, or it takes"
                          + " theirs");
              assertThat(change.fields())
                  .extracting(FieldChange::toString)
                  .singleElement()
                  .asString()
                  .contains("properties.priority", "20", "13");
            });
    assertThat(Guards.check(plan, estates.input())).isEmpty();
    assertThat(estates.converged().plan().changes()).isEmpty();
  }

  @Test
  void aRuleThatFindsNoOtherPlaceStaysAndIsReported() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    site(estates.gateway, "wild", 11, "*.contoso.com");

    Plan plan = estates.plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.PRIORITY_EXHAUSTED);
  }

  @Test
  void theNumberOfARuleThatStaysBlockedIsNotGivenAway() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    site(estates.gateway, "wild", 11, "*.contoso.com");
    // A second host would stand where the first one stands, were that moved.
    move(estates.gateway, API, 12);
    estates.with(b -> b.options(CrowdedEstate.options(true)));
    estates.lists(SERVICE, proxy("api.contoso.com"), proxy("two.contoso.com"));

    Plan plan = estates.plan();

    assertThat(plan.changes()).isEmpty();
    assertThat(plan.blocked()).hasSize(2);
  }

  @Test
  void oursStaysFirstWhenItWasThere() {
    Estates estates = Foreigners.alone().converged();
    site(estates.gateway, "late", 400, "late.fabrikam.com");

    assertThat(estates.plan().changes()).isEmpty();
  }

  @Test
  void aRuleWithTheNumberOfAnotherMoves() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    site(estates.gateway, "late", 20, "late.fabrikam.com");

    assertThat(priority(body(estates), API)).isEqualTo(30);
  }

  @Test
  void aRuleThatLostItsNumberGetsOneAgain() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    Foreigners.properties(estates.gateway, "requestRoutingRules", API).remove("priority");

    assertThat(priority(body(estates), API)).isEqualTo(20);
  }

  @Test
  void onAnotherFrontendItKeepsItsNumberIfItMay() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    estates.converged();
    estates.with(
        b ->
            b.endpoints(
                Map.of(EndpointType.PROXY, Estates.policy(Estates.PRIVATE, "/status", 30, 120))));

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(priority(body(estates), API)).isEqualTo(20);
  }

  @Test
  void movedToAFrontendWhereItWouldBeFirstItGetsAnotherNumber() {
    Estates estates = Foreigners.alone();
    estates.with(
        b ->
            b.endpoints(
                Map.of(EndpointType.PROXY, Estates.policy(Estates.PRIVATE, "/status", 30, 120))));
    estates.converged();
    site(estates.gateway, "shop", 50, "shop.fabrikam.com");
    estates.bind(Estates.binding("contoso", SERVICE));

    Plan plan = estates.plan();

    assertThat(priority(body(estates), API)).isEqualTo(60);
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void aListenerMadePlainByAColleagueDoesNotBecomeTheFirstCertificateAgain() {
    Estates estates = Foreigners.alone().converged();
    site(estates.gateway, "shop", 50, "shop.fabrikam.com");
    Foreigners.properties(estates.gateway, "httpListeners", "ls-lockstep-listener-api.contoso.com")
        .put("protocol", "Http");

    Plan plan = estates.plan();

    assertThat(priority(body(estates), API)).isEqualTo(60);
    assertThat(Guards.check(plan, estates.input())).isEmpty();
  }

  @Test
  void theRuleThatIsReplacedGivesUpItsNumber() {
    Estates estates = Foreigners.alone();
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "rest", 12);
    estates.converged().with(b -> b.prefix("edge"));

    Plan plan = estates.plan();

    assertThat(plan.blocked()).isEmpty();
    assertThat(priority(body(estates), "edge-lockstep-rule-api.contoso.com")).isEqualTo(11);
  }

  @Test
  void rulesOfTcpListenersHaveNumbersToo() {
    Estates estates = Foreigners.alone();
    ObjectNode properties = estates.gateway.withObjectProperty("properties");
    properties
        .putArray("routingRules")
        .addObject()
        .put("name", "tcp")
        .putObject("properties")
        .put("priority", 10);

    assertThat(priority(body(estates), API)).isEqualTo(20);
  }

  private static ObjectNode body(Estates estates) {
    return estates.plan().gatewayBody().orElseThrow(() -> new AssertionError(estates.plan()));
  }
}
