package dev.lockstep.route;

import static dev.lockstep.testing.gateway.GatewaySketch.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What our own listeners take from others, and whether their hosts arrive. */
class TakenAndStrayTest {
  @Test
  void aHostInsideAForeignWildcardIsTaken() {
    assertThat(taken(g -> g, g -> g.https("own-api", 50, "api.contoso.com")))
        .containsExactly(
            "api.contoso.com at public:443 would be taken out of listener wide (rule wide) by rule"
                + " own-api");
  }

  @Test
  void aWildcardInsideAWiderOneIsTakenToo() {
    assertThat(taken(g -> g, g -> g.https("own-api", 50, "*.api.contoso.com"))).hasSize(1);
  }

  @Test
  void aHostThatWasOursIsNotTaken() {
    assertThat(
            taken(
                g -> g.https("own-old", 60, "api.contoso.com"),
                g -> g.https("own-new", 50, "api.contoso.com")))
        .isEmpty();
  }

  @Test
  void ahostOutsideOrOnAnotherEntranceIsNotTaken() {
    assertThat(
            taken(
                g -> g,
                g -> g.https("own-a", 50, "api.fabrikam.com").http("own-b", 60, "api.contoso.com")))
        .isEmpty();
  }

  @Test
  void whatABasicListenerServedIsNotTaken() {
    assertThat(taken(g -> g.http("rest", 300), g -> g.http("own-api", 50, "api.contoso.com")))
        .isEmpty();
  }

  @Test
  void aHostBehindTheWildcardIsAStray() {
    assertThat(strays(g -> g, g -> g.https("own-api", 150, "api.contoso.com")))
        .containsExactly(
            "api.contoso.com at public:443 would not reach rule own-api but rule wide of listener"
                + " wide, certificate cert-wide");
  }

  @Test
  void aHostThatIsShownAnotherCertificateIsAStray() {
    assertThat(
            strays(
                g -> g,
                g -> {
                  g.https("own-api", 50, "api.contoso.com");
                  g.listener("own-late", "Https", PUBLIC, 443, "api.contoso.com");
                  return g.rule("own-late", "own-late", 60);
                }))
        .hasSize(1)
        .first()
        .asString()
        .contains("would not reach rule own-late but rule own-api");
  }

  @Test
  void aHostThatArrivesIsNone() {
    assertThat(
            strays(
                g -> g,
                g -> g.https("own-api", 50, "API.contoso.com").http("own-b", 70, "b.contoso.com")))
        .isEmpty();
  }

  @Test
  void aStrayThatWasThereAndIsTreatedAsBeforeIsNotTheChangesDoing() {
    UnaryOperator<GatewaySketch> stray = g -> g.https("own-api", 150, "api.contoso.com");

    assertThat(strays(stray, g -> stray.apply(g).https("own-b", 60, "b.contoso.com"))).isEmpty();
  }

  private static List<String> taken(
      UnaryOperator<GatewaySketch> before, UnaryOperator<GatewaySketch> after) {
    return Taken.between(router(before), router(after), Placing::isOwn).stream()
        .map(Taken::describe)
        .toList();
  }

  private static List<String> strays(
      UnaryOperator<GatewaySketch> before, UnaryOperator<GatewaySketch> after) {
    return Stray.between(router(before), router(after), Placing::isOwn).stream()
        .map(Stray::describe)
        .toList();
  }

  private static Router router(UnaryOperator<GatewaySketch> edit) {
    GatewaySketch gateway =
        new GatewaySketch()
            .https("shop", 10, "shop.fabrikam.com")
            .https("wide", 100, "*.contoso.com");
    return Router.of(edit.apply(gateway).document());
  }
}
