package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.PUBLIC;
import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Foreigners.site;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.desire.Site;
import dev.lockstep.desire.SiteElements;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.HostName;
import dev.lockstep.route.Entrance;
import dev.lockstep.route.NewRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A site may have more than one rule, for example a redirect on port 80. */
class SeveralRulesTest {
  private final Estates estates = Foreigners.alone();

  @Test
  void everyRuleIsReadWithItsOwnEntrance() {
    Site site = sites("api.contoso.com").get(0);

    assertThat(SiteRules.of(withRedirect(site), estate().document()))
        .extracting(NewRule::entrance)
        .containsExactly(Entrance.of(PUBLIC, 443), Entrance.of(PUBLIC, 80));
    assertThat(SiteRules.of(withRedirect(site), estate().document()))
        .extracting(NewRule::https)
        .containsExactly(true, false);
  }

  @Test
  void everyRuleGetsANumberOfItsOwn() {
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 12, "*.contoso.com");
    estates.with(b -> b.options(CrowdedEstate.options(true)));

    assertThat(places("api.contoso.com").numbers().values()).containsExactly(11, 20);
  }

  @Test
  void aSiteThatHasNoPlaceForOneRuleGetsNone() {
    site(estates.gateway, "shop", 10, "shop.fabrikam.com");
    site(estates.gateway, "wild", 12, "*.contoso.com");
    estates.with(b -> b.options(CrowdedEstate.options(true)));

    Placement places = places("api.contoso.com", "two.contoso.com");

    assertThat(places.blocked().keySet())
        .extracting(Site::host)
        .containsExactly(new HostName("two.contoso.com"));
    assertThat(places.numbers().keySet())
        .extracting(ElementKey::name)
        .containsExactly("ls-lockstep-rule-api.contoso.com", "redirect-api.contoso.com");
  }

  private Placement places(String... hosts) {
    Map<Site, List<NewRule>> rules = new LinkedHashMap<>();
    sites(hosts).forEach(s -> rules.put(s, SiteRules.of(withRedirect(s), estate().document())));
    return new RulePlaces(estate(), rules, s -> List.of(), Set.of()).choose();
  }

  private List<Site> sites(String... hosts) {
    estates.lists(
        SERVICE,
        List.of(hosts).stream().map(Estates::proxy).toArray(dev.lockstep.model.Endpoint[]::new));
    Findings findings = new Findings();
    Commons commons = PortChoice.of(estates.input(), estate()).orElseThrow();
    return Claim.of(Sources.of(estates.input(), estate(), findings)).stream()
        .map(claim -> Admission.of(claim, Estates.INSTANCE, estate(), commons, findings))
        .flatMap(Optional::stream)
        .toList();
  }

  private Estate estate() {
    PlanInput input = estates.input();
    return Estate.of(input, input.observation().gateway().asValue().orElseThrow());
  }

  private static List<WantedElement> withRedirect(Site site) {
    List<WantedElement> elements = new ArrayList<>(SiteElements.of(site));
    ElementKey listenerKey = new ElementKey("httpListeners", "plain-" + site.host());
    ObjectNode listener = Json.of("{'protocol':'Http','hostName':'" + site.host() + "'}");
    refer(
        site,
        listener,
        "frontendIPConfiguration",
        new ElementKey("frontendIPConfigurations", PUBLIC));
    refer(site, listener, "frontendPort", new ElementKey("frontendPorts", "port_80"));
    elements.add(element(site, listenerKey, listener));
    ObjectNode rule = Json.of("{'ruleType':'Basic'}");
    refer(site, rule, "httpListener", listenerKey);
    elements.add(
        element(site, new ElementKey("requestRoutingRules", "redirect-" + site.host()), rule));
    return elements;
  }

  private static void refer(Site site, ObjectNode owner, String property, ElementKey key) {
    owner.putObject(property).put("id", site.gateway() + "/" + key);
  }

  private static WantedElement element(Site site, ElementKey key, ObjectNode properties) {
    return new WantedElement(
        key, properties, Optional.of(site.host()), site.service(), site.binding());
  }
}
