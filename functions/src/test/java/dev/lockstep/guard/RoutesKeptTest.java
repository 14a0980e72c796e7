package dev.lockstep.guard;

import static dev.lockstep.plan.Foreigners.move;
import static dev.lockstep.plan.Foreigners.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Foreigners;
import dev.lockstep.plan.Plan;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Plans that the planner would not make, because somebody's traffic would move. */
class RoutesKeptTest {
  private static final String API = "ls-lockstep-rule-api.contoso.com";
  private final Estates estates = Foreigners.alone();

  RoutesKeptTest() {
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 200, "*.fabrikam.com");
    site(estates.gateway, "rest", 500);
  }

  @Test
  void thePlannersOwnPassesAndSoDoesOneWithoutGatewayChange() {
    assertThat(refusals(body -> {})).isEmpty();
    assertThat(Guards.check(estates.converged().plan(), estates.input())).isEmpty();
  }

  @Test
  void ourRuleBehindTheCatchAllDoesNotReachItsHost() {
    assertThat(refusals(body -> move(body, API, 501)))
        .containsExactly(
            "routeMoved: api.contoso.com at appGwPublicFrontendIpIPv4:443 would not reach rule "
                + API
                + " but rule rest of listener rest, certificate cert-rest");
  }

  @Test
  void ourListenerMadeBasicTakesWhatTheOthersServed() {
    assertThat(
            refusals(
                body -> {
                  move(body, API, 1);
                  listener(body).remove("hostName");
                }))
        .singleElement()
        .asString()
        .startsWith("routeMoved: ")
        .contains("fabrikam.com", "rule wild of listener wild", "-> rule " + API);
  }

  @Test
  void ourListenerWithSomebodysHostTakesIt() {
    assertThat(
            refusals(
                body -> {
                  move(body, API, 9);
                  listener(body).put("hostName", "*.fabrikam.com");
                }))
        .singleElement()
        .asString()
        .contains("fabrikam.com", "rule wild of listener wild", "-> rule " + API);
  }

  @Test
  void ourRuleFirstOfAllChangesTheCertificateOfClientsWithoutSni() {
    Foreigners.properties(estates.gateway, "httpListeners", "rest")
        .putArray("hostNames")
        .add("rest.fabrikam.com");

    assertThat(refusals(body -> move(body, API, 1)))
        .singleElement()
        .asString()
        .contains(
            "without SNI at appGwPublicFrontendIpIPv4:443",
            "certificate cert-shop ->",
            "certificate ls-lockstep-cert-kv-edge.cert-api-contoso-com");
  }

  @Test
  void aForeignRuleMovedIsRefusedAsChangedAndAsMoved() {
    assertThat(refusals(body -> move(body, "wild", 5)))
        .extracting(refusal -> refusal.substring(0, refusal.indexOf(':')))
        .containsExactly("foreignChanged", "routeMoved");
  }

  private List<String> refusals(Consumer<ObjectNode> edit) {
    Plan plan = estates.plan();
    edit.accept(plan.gatewayBody().orElseThrow());
    return Guards.check(plan, estates.input()).stream()
        .map(refused -> refused.code().wireName() + ": " + refused.reason())
        .toList();
  }

  private static ObjectNode listener(ObjectNode body) {
    return Foreigners.properties(body, "httpListeners", "ls-lockstep-listener-api.contoso.com");
  }
}
