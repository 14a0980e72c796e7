package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Foreigners.move;
import static dev.lockstep.plan.Foreigners.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.Site;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.route.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Of several sites the one is blamed whose rule moves a route; for the others the plan goes on. */
class RouteBlameTest {
  private final Estates estates = Foreigners.alone();

  RouteBlameTest() {
    estates.lists(SERVICE, proxy("api.contoso.com"), proxy("two.contoso.com"));
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 200, "*.fabrikam.com");
  }

  @Test
  void nobodyIsBlamedForThePlannersOwn() {
    assertThat(blamed(body -> {})).isEmpty();
  }

  @Test
  void whoseCertificateClientsWithoutSniWouldSee() {
    Map<Site, Obstacle> blamed = blamed(body -> move(body, "ls-lockstep-rule-two.contoso.com", 1));

    assertThat(blamed.keySet())
        .extracting(Site::host)
        .containsExactly(new HostName("two.contoso.com"));
    assertThat(blamed.values())
        .singleElement()
        .satisfies(
            obstacle -> {
              assertThat(obstacle.code()).isEqualTo(BlockCode.PRIORITY_EXHAUSTED);
              assertThat(obstacle.reason()).contains("without SNI", "cert-shop");
              assertThat(obstacle.remedy()).startsWith("give the rules of these listeners");
            });
  }

  @Test
  void whoseRuleTakesAHost() {
    Map<Site, Obstacle> blamed =
        blamed(
            body -> {
              move(body, "ls-lockstep-rule-api.contoso.com", 100);
              Foreigners.properties(body, "httpListeners", "ls-lockstep-listener-api.contoso.com")
                  .put("hostName", "*.com");
            });

    assertThat(blamed.keySet())
        .extracting(Site::host)
        .containsExactly(new HostName("api.contoso.com"));
  }

  @Test
  void whoseHostDoesNotArrive() {
    Map<Site, Obstacle> blamed =
        blamed(
            body ->
                Foreigners.properties(body, "httpListeners", "ls-lockstep-listener-two.contoso.com")
                    .put("hostName", "x.fabrikam.com"));

    assertThat(blamed.values())
        .extracting(Obstacle::reason)
        .containsExactly(
            "x.fabrikam.com at appGwPublicFrontendIpIPv4:443 would not reach rule"
                + " ls-lockstep-rule-two.contoso.com but rule wild of listener wild, certificate"
                + " cert-wild");
  }

  private Map<Site, Obstacle> blamed(Consumer<ObjectNode> edit) {
    PlanInput input = estates.input();
    GatewayDocument before = input.observation().gateway().asValue().orElseThrow();
    Plan plan = estates.plan();
    ObjectNode body = plan.gatewayBody().orElseThrow();
    edit.accept(body);
    Estate estate = Estate.of(input, before);
    Commons commons = PortChoice.of(input, estate).orElseThrow();
    Findings findings = new Findings();
    List<Site> sites =
        Claim.of(Sources.of(input, estate, findings)).stream()
            .map(claim -> Admission.of(claim, Estates.INSTANCE, estate, commons, findings))
            .flatMap(Optional::stream)
            .toList();
    return new RouteBlame(
            before, Router.of(before), GatewayDocument.of(body), plan.ownedAfter()::owns)
        .blamed(sites);
  }
}
