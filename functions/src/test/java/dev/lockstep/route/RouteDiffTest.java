package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The truth table of {@link RouteDiff}, row by row; listeners named {@code own-…} are ours. */
class RouteDiffTest {
  private final GatewaySketch gateway =
      new GatewaySketch()
          .https("first", 10, "first.contoso.com")
          .https("shop", 20, "shop.contoso.com")
          .https("part", 30, "api-*.contoso.com")
          .https("wide", 100, "*.com");

  @Test
  void nothingMovesWhenNothingChanges() {
    assertThat(moved(g -> g)).isEmpty();
  }

  @Test
  void anOwnedExactHostInsideAForeignWildcardMovesNothingElse() {
    assertThat(moved(g -> g.https("own-a", 50, "a.contoso.com"))).isEmpty();
  }

  @Test
  void anOwnedWildcardBeforeAForeignExactHostMovesIt() {
    assertThat(moved(g -> g.https("own-all", 15, "*.contoso.com")))
        .anySatisfy(
            move ->
                assertThat(move)
                    .startsWith("shop.contoso.com at public:443: rule shop of listener shop, "))
        .anySatisfy(move -> assertThat(move).contains("api-").contains("rule part"));
  }

  @Test
  void anOwnedWildcardAfterTheHostsInsideItMovesNothing() {
    assertThat(moved(g -> g.https("own-all", 50, "*.contoso.com"))).isEmpty();
  }

  @Test
  void anOwnedWildcardThatMeetsAForeignOneMovesWhatTheyShare() {
    gateway.https("mixed", 40, "test.*.example");

    assertThat(moved(g -> g.https("own-all", 35, "*.contoso.example")))
        .singleElement()
        .asString()
        .startsWith("test.contoso.example at public:443: rule mixed");
  }

  @Test
  void anOwnedFirstHttpsRuleMovesTheDefaultCertificate() {
    assertThat(moved(g -> g.https("own-a", 5, "a.contoso.com")))
        .hasSize(2)
        .allSatisfy(
            move ->
                assertThat(move)
                    .contains("certificate cert-first")
                    .endsWith("certificate cert-own-a"))
        .anySatisfy(move -> assertThat(move).contains("without SNI"))
        .anySatisfy(move -> assertThat(move).contains("with SNI anyone0.invalid"));
  }

  @Test
  void aForeignRuleThatIsGoneHasMoved() {
    GatewaySketch after = new GatewaySketch().https("first", 10, "first.contoso.com");
    Router before = Router.of(gateway.document());

    assertThat(RouteDiff.between(before, Router.of(after.document()), Placing::isOwn))
        .extracting(move -> move.question().host())
        .contains("shop.contoso.com");
  }

  @Test
  void aForeignRuleThatLeadsElsewhereHasMoved() {
    assertThat(
            moved(
                g -> {
                  g.rule("other", "idle", 90);
                  g.element("requestRoutingRules", "shop")
                      .set(
                          "backendAddressPool",
                          g.element("requestRoutingRules", "other").path("backendAddressPool"));
                  return g;
                }))
        .singleElement()
        .asString()
        .startsWith("shop.contoso.com");
  }

  @Test
  void aForeignCertificateThatChangesHasMoved() {
    assertThat(
            moved(
                g -> {
                  g.element("httpListeners", "shop")
                      .set(
                          "sslCertificate",
                          g.element("httpListeners", "first").path("sslCertificate"));
                  return g;
                }))
        .containsExactly(
            "shop.contoso.com at public:443: rule shop of listener shop, certificate cert-shop"
                + " -> rule shop of listener shop, certificate cert-first");
  }

  @Test
  void ownedHostsAreNotAskedFor() {
    gateway.https("own-a", 50, "a.contoso.com").https("own-b", 60, "b.contoso.com");
    Router before = Router.of(gateway.document());
    gateway.element("requestRoutingRules", "own-a").put("priority", 101);

    assertThat(RouteDiff.between(before, Router.of(gateway.document()), Placing::isOwn)).isEmpty();
  }

  @Test
  void theDefaultCertificateMayChangeFromOursToTheirs() {
    gateway.https("own-a", 5, "a.contoso.com");
    Router before = Router.of(gateway.document());
    gateway.element("requestRoutingRules", "own-a").put("priority", 50);

    assertThat(RouteDiff.between(before, Router.of(gateway.document()), Placing::isOwn)).isEmpty();
  }

  @Test
  void aHostThatOursServedMayGoToTheForeignListenerThatNamesIt() {
    gateway.https("own-all", 15, "*.contoso.com");
    Router before = Router.of(gateway.document());
    gateway.element("requestRoutingRules", "own-all").put("priority", 50);

    assertThat(RouteDiff.between(before, Router.of(gateway.document()), Placing::isOwn)).isEmpty();
  }

  @Test
  void aHostThatNobodyServedMayBeServed() {
    assertThat(moved(g -> g.https("own-x", 50, "x.example"))).isEmpty();
  }

  @Test
  void whatABasicListenerServesIsAskedFor() {
    gateway.https("rest", 20_000);

    assertThat(
            Interest.of(Router.of(gateway.document()), Router.of(gateway.document()), k -> false)
                .questions())
        .extracting(Question::host)
        .contains("anyone0.invalid");
    assertThat(moved(g -> g.https("own-any", 19_999, "*"))).isNotEmpty();
  }

  @Test
  void theQuestionsAvoidLabelsThatAreInUse() {
    gateway.https("odd", 40, "anyone0.contoso.com");
    Router router = Router.of(gateway.document());

    assertThat(Interest.of(router, router, k -> false).questions())
        .extracting(Question::host)
        .contains("anyone1.com", "api-anyone1.contoso.com");
  }

  @Test
  void aGatewayOfOursAloneRaisesNoQuestion() {
    GatewaySketch ours = new GatewaySketch().https("own-a", 10, "a.contoso.com");
    Router router = Router.of(ours.document());

    assertThat(Interest.of(router, router, Placing::isOwn).questions()).isEmpty();
    assertThat(router.entrances()).containsExactly(Entrance.of(PUBLIC, 443));
  }

  private List<String> moved(UnaryOperator<GatewaySketch> change) {
    Router before = Router.of(gateway.document());
    Router after = Router.of(change.apply(gateway).document());
    return RouteDiff.between(before, after, Placing::isOwn).stream().map(Moved::describe).toList();
  }
}
