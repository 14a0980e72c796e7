package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.ElementKey;
import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Where a new rule may stand: one demand per case. */
class PriorityGapTest {
  private static final Entrance HTTPS = Entrance.of(PUBLIC, 443);
  private static final Entrance HTTP = Entrance.of(PUBLIC, 80);

  private final GatewaySketch gateway = new GatewaySketch();

  @Test
  void onAnEmptyGatewayTheFirstNumberLeavesRoomBefore() {
    assertThat(find("api.contoso.com")).isEqualTo(free(10));
  }

  @Test
  void withNothingToStandBeforeItIsAppended() {
    gateway.https("shop", 15, "shop.contoso.com").http("old", 33, "old.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(40));
  }

  @Test
  void anExactHostStandsCloseBeforeTheWildcardThatWouldTakeIt() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 500, "*.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(new Gap.Free(490, Optional.of(listener("all"))));
  }

  @Test
  void aWildcardOfOtherHostsIsNoBound() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 500, "*.fabrikam.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(510));
  }

  @Test
  void itStandsBeforeABasicListenerAndClaimsNothing() {
    gateway.https("shop", 10, "shop.contoso.com").https("rest", 20_000);

    assertThat(find("api.contoso.com")).isEqualTo(free(19_990));
  }

  @Test
  void numbersInUseElsewhereAreAvoidedWithTenBetween() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 500, "*.contoso.com");
    gateway.http("plain", 495, "x.contoso.com").http("plain2", 484, "y.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(new Gap.Free(474, Optional.of(listener("all"))));
  }

  @Test
  void inANarrowPlaceTheDistanceShrinks() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 16, "*.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(new Gap.Free(14, Optional.of(listener("all"))));
  }

  @Test
  void theLastNumberBetweenTwoRulesIsTaken() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 12, "*.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(new Gap.Free(11, Optional.of(listener("all"))));
  }

  @Test
  void withNoNumberBetweenItIsBlockedAndBothAreNamed() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 11, "*.contoso.com");

    Gap.Blocked blocked = blocked("api.contoso.com");

    assertThat(blocked.reason()).isEqualTo(Gap.Reason.FULL);
    assertThat(blocked.before().orElseThrow().rule().name()).isEqualTo("shop");
    assertThat(blocked.after().orElseThrow().rule().name()).isEqualTo("all");
    assertThat(blocked.describe())
        .contains("after rule shop (priority 10)", "before rule all (priority 11)", "Move one");
  }

  @Test
  void theFirstCertificateStaysFirst() {
    gateway.https("shop", 300, "shop.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(310));
    assertThat(gap().allows(rule("api.contoso.com"), 290)).isFalse();
  }

  @Test
  void aWildcardThatIsTheFirstCertificateBlocks() {
    gateway.https("all", 100, "*.contoso.com").https("shop", 50, "shop.contoso.com");
    gateway.element("requestRoutingRules", "shop").put("priority", 200);

    Gap.Blocked blocked = blocked("api.contoso.com");

    assertThat(blocked.reason()).isEqualTo(Gap.Reason.DEFAULT_CERTIFICATE);
    assertThat(blocked.before().orElseThrow().rule().name()).isEqualTo("all");
    assertThat(blocked.after().orElseThrow().rule().name()).isEqualTo("all");
  }

  @Test
  void overHttpThereIsNoCertificateToKeep() {
    gateway.http("all", 100, "*.contoso.com");

    assertThat(gap().find(plain("api.contoso.com")))
        .isEqualTo(new Gap.Free(90, Optional.of(listener("all"))));
  }

  @Test
  void aBasicHttpsListenerAnswersWithoutSniSoThatOursMayComeFirst() {
    gateway.https("rest", 100);

    assertThat(find("api.contoso.com")).isEqualTo(free(90));
  }

  @Test
  void ifRuleOrderAnswersWithoutSniTheBasicListenerBlocks() {
    gateway.https("rest", 100);

    Gap gap =
        PriorityGap.of(
                Router.of(
                    gateway.document(),
                    new Behaviour(Set.of(Unverified.FIRST_RULE_ANSWERS_WITHOUT_SNI))),
                Placing::isOwn)
            .find(rule("api.contoso.com"));

    assertThat(gap).isInstanceOf(Gap.Blocked.class);
    assertThat(((Gap.Blocked) gap).reason()).isEqualTo(Gap.Reason.DEFAULT_CERTIFICATE);
  }

  @Test
  void evenWithABasicListenerThePlaceBehindTheFirstIsPreferred() {
    gateway.https("shop", 10, "shop.contoso.com").https("rest", 30);

    assertThat(find("api.contoso.com")).isEqualTo(free(20));
  }

  @Test
  void anOwnedFirstCertificateIsNoBound() {
    gateway.https("own-x", 100, "*.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(90));
  }

  @Test
  void theSameHostOnTheSameEntranceBlocks() {
    gateway.https("shop", 10, "shop.contoso.com").https("them", 20, "API.contoso.com");

    Gap.Blocked blocked = blocked("api.contoso.com");

    assertThat(blocked.reason()).isEqualTo(Gap.Reason.HOST_TAKEN);
    assertThat(blocked.describe()).contains("already names the host. That is rule them");
  }

  @Test
  void theSameHostOnAnotherEntranceDoesNot() {
    gateway.http("them", 20, "api.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(30));
  }

  @Test
  void rulesTheWrongWayRoundBlock() {
    gateway.http("wide", 10, "*.com").http("part", 20, "api*.contoso.com");

    Gap.Blocked blocked = (Gap.Blocked) gap().find(plain("*.contoso.com"));

    assertThat(blocked.reason()).isEqualTo(Gap.Reason.CROSSED);
    assertThat(blocked.before().orElseThrow().rule().name()).isEqualTo("part");
    assertThat(blocked.after().orElseThrow().rule().name()).isEqualTo("wide");
  }

  @Test
  void aRuleWithoutPriorityAnywhereBlocks() {
    gateway.http("old", 0, "old.contoso.com");

    Gap.Blocked blocked = blocked("api.contoso.com");

    assertThat(blocked.reason()).isEqualTo(Gap.Reason.WITHOUT_PRIORITY);
    assertThat(blocked.describe()).contains("That is rule old (no priority).");
  }

  @Test
  void ifAMixIsAcceptedRulesWithoutPriorityComeLast() {
    gateway.http("old", 0, "*.contoso.com");
    Router router =
        Router.of(gateway.document(), new Behaviour(Set.of(Unverified.PRIORITIES_MAY_BE_PARTIAL)));

    assertThat(PriorityGap.of(router, Placing::isOwn).find(plain("api.contoso.com")))
        .isEqualTo(new Gap.Free(20_000, Optional.of(listener("old"))));
  }

  @Test
  void aNewWildcardStandsAfterTheHostsInsideItAndBeforeWiderOnes() {
    gateway.https("shop", 10, "shop.contoso.com").https("part", 20, "api*.contoso.com");
    gateway.https("wide", 100, "*.com");

    assertThat(find("*.contoso.com")).isEqualTo(new Gap.Free(90, Optional.of(listener("wide"))));
    assertThat(gap().allows(rule("*.contoso.com"), 15)).isFalse();
    assertThat(gap().allows(rule("*.contoso.com"), 21)).isTrue();
    assertThat(gap().allows(rule("*.contoso.com"), 101)).isFalse();
  }

  @Test
  void severalNewRulesKeepTenBetweenThem() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 500, "*.contoso.com");

    PriorityGap first = gap().with(rule("a.contoso.com"), 490);

    assertThat(first.find(rule("b.contoso.com")))
        .isEqualTo(new Gap.Free(480, Optional.of(listener("all"))));
  }

  @Test
  void aRuleThatIsTakenOutLeavesItsNumber() {
    gateway.https("shop", 10, "shop.contoso.com").https("own-a", 490, "a.contoso.com");
    gateway.https("all", 500, "*.contoso.com");
    PriorityGap without = gap().without(new ElementKey("requestRoutingRules", "own-a"));

    assertThat(without.allows(rule("a.contoso.com"), 490)).isTrue();
    assertThat(without.find(rule("a.contoso.com")))
        .isEqualTo(new Gap.Free(490, Optional.of(listener("all"))));
    assertThat(gap().allows(rule("b.contoso.com"), 490)).isFalse();
  }

  @Test
  void aRuleThatLostItsPlaceIsToldSo() {
    gateway.https("shop", 10, "shop.contoso.com").https("own-a", 600, "a.contoso.com");
    gateway.https("all", 500, "*.contoso.com");
    PriorityGap without = gap().without(new ElementKey("requestRoutingRules", "own-a"));

    assertThat(without.allows(rule("a.contoso.com"), 600)).isFalse();
  }

  @Test
  void reservedNumbersAreNotGivenAway() {
    gateway.https("shop", 10, "shop.contoso.com").https("all", 14, "*.contoso.com");

    assertThat(gap().reserving(Set.of(12)).find(rule("api.contoso.com")))
        .isEqualTo(new Gap.Free(13, Optional.of(listener("all"))));
  }

  @Test
  void numbersOfRulesThatReachNothingAreNotGivenAway() {
    gateway.https("shop", 10, "shop.contoso.com");
    gateway.rule("stray", "shop", 20);
    gateway.element("requestRoutingRules", "stray").remove("httpListener");

    assertThat(find("api.contoso.com")).isEqualTo(free(30));
  }

  @Test
  void atTheEndOfTheRangeItGoesBackwards() {
    gateway.https("shop", 10, "shop.contoso.com").https("last", 20_000, "z.contoso.com");

    assertThat(find("api.contoso.com")).isEqualTo(free(19_990));
  }

  private Gap find(String host) {
    return gap().find(rule(host));
  }

  private Gap.Blocked blocked(String host) {
    return (Gap.Blocked) find(host);
  }

  private PriorityGap gap() {
    return PriorityGap.of(Router.of(gateway.document()), Placing::isOwn);
  }

  private static NewRule rule(String host) {
    return Placing.rule(host, HTTPS, true);
  }

  private static NewRule plain(String host) {
    return Placing.rule(host, HTTP, false);
  }

  private static Gap free(int priority) {
    return new Gap.Free(priority, Optional.empty());
  }

  private static ElementKey listener(String name) {
    return new ElementKey("httpListeners", name);
  }
}
