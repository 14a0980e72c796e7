package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.HandMadeEstates.API;
import static dev.lockstep.plan.HandMadeEstates.MANAGEMENT;
import static dev.lockstep.plan.HandMadeEstates.PORTAL;
import static dev.lockstep.plan.HandMadeEstates.adopted;
import static dev.lockstep.plan.HandMadeEstates.adoption;
import static dev.lockstep.plan.HandMadeEstates.all;
import static dev.lockstep.plan.HandMadeEstates.api;
import static dev.lockstep.plan.HandMadeEstates.editing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.guard.Guards;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.RecordSet;
import dev.lockstep.plan.Adoption.Left;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Hand-made elements become ours by a person's word, and keep their names. */
class AdoptionTest {
  private static final ElementKey RULE = new ElementKey("requestRoutingRules", "rule-apim-gateway");
  private static final ElementKey LISTENER =
      new ElementKey("httpListeners", "listener-apim-gateway");
  private static final ElementKey PROBE = new ElementKey("probes", "probe-apim-gateway");
  private static final ElementKey POOL = new ElementKey("backendAddressPools", "pool-apim-gateway");
  private static final ElementKey SETTINGS =
      new ElementKey("backendHttpSettingsCollection", "settings-apim-gateway");
  private static final ElementKey CERT = new ElementKey("sslCertificates", "cert-api-contoso-com");
  private static final ElementKey ROOT =
      new ElementKey("trustedRootCertificates", "root-contoso-internal-ca");

  @Test
  void everythingThatTheHostNameHasToItselfIsProposed() {
    Adoption adoption = adoption(api(), API);

    assertThat(adoption.adopted().keySet())
        .containsExactlyInAnyOrder(RULE, LISTENER, PROBE, POOL, SETTINGS, CERT);
    assertThat(adoption.left())
        .containsExactly(
            new Left(
                ROOT, "used by backendHttpSettingsCollection/settings-apim-management as well"));
    assertThat(adoption.refused()).isEmpty();
    assertThat(adoption.commands()).isEmpty();
    Owned rule = adoption.adopted().get(RULE);
    assertThat(rule.adopted()).isTrue();
    assertThat(rule.service()).isEqualTo(SERVICE);
    assertThat(rule.host()).contains(API);
    assertThat(rule.hash()).matches("[0-9a-f]{16}");
    assertThat(adoption.adopted().get(CERT).host()).isEmpty();
    assertThat(adoption.ownedAfter().elements()).isEqualTo(adoption.adopted());
  }

  @Test
  void thePlanThatFollowsIsTheOneThatIsMadeThenAndChangesNoName() {
    Estates estates = api();
    Adoption adoption = adoption(estates, API);
    assertThat(estates.plan().blocked())
        .extracting(Blocked::code)
        .containsOnly(BlockCode.LISTENER_COLLISION);

    Plan next = adopted(estates, API).plan();

    assertThat(next).isEqualTo(adoption.next());
    assertThat(next.blocked()).isEmpty();
    assertThat(next.changes()).noneMatch(change -> change.kind() == Change.Kind.REMOVE);
    assertThat(next.changes())
        .filteredOn(change -> change.kind() == Change.Kind.ADD)
        .allMatch(change -> change.subject() instanceof Subject.DnsRecord);
    assertThat(Guards.check(next, estates.input())).isEmpty();
    estates.apply(next);
    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.gateway.toString()).doesNotContain("ls-lockstep");
    assertThat(estates.owned.of(PROBE).orElseThrow().adopted()).isTrue();
  }

  @Test
  void whatIsSharedByHostNamesThatAreAdoptedTogetherIsAdoptedWithThem() {
    Adoption adoption = adoption(all(), API, PORTAL, MANAGEMENT);

    assertThat(adoption.adopted()).hasSize(19).containsKey(ROOT);
    assertThat(adoption.left()).isEmpty();
    assertThat(adoption.next().changes()).noneMatch(c -> c.kind() == Change.Kind.REMOVE);
  }

  @Test
  void aCertificateThatPinsAVersionIsAdoptedAndFreedOfIt() {
    Estates estates = adopted(all(), API, PORTAL, MANAGEMENT);

    assertThat(estates.plan().changes())
        .filteredOn(
            change ->
                change
                    .subject()
                    .equals(
                        new Subject.GatewayElement(
                            new ElementKey("sslCertificates", "cert-management-contoso-com"))))
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.fields())
                    .singleElement()
                    .satisfies(
                        field ->
                            assertThat(field.after().orElseThrow().asText())
                                .endsWith("/secrets/cert-management-contoso-com")));
  }

  @Test
  void adoptedElementsThatDriftAreBroughtBackUnderTheirNames() {
    Estates estates = adopted(api(), API).converged();
    estates.colleague(editing(PROBE, p -> p.put("path", "/x")));

    assertThat(estates.plan().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.kind()).isEqualTo(Change.Kind.UPDATE);
              assertThat(change.subject()).isEqualTo(new Subject.GatewayElement(PROBE));
            });
  }

  @Test
  void anAdoptedElementThatIsGoneIsMadeAnewUnderOurName() {
    Estates estates = adopted(api(), API).converged();
    estates.colleague(g -> Estates.remove(g, PROBE));
    estates.colleague(editing(SETTINGS, s -> s.remove("probe")));

    Plan plan = estates.plan();
    estates.apply(plan);

    assertThat(plan.changes()).hasSize(2);
    assertThat(estates.gateway.path("properties").path("probes").toString())
        .contains("ls-lockstep-probe-api.contoso.com");
    assertThat(estates.plan().isEmpty()).isTrue();
  }

  @Test
  void anAdoptedHostNameLeavesLikeAnyOther() {
    Estates estates = adopted(api(), API).converged();
    estates.lists(SERVICE, proxy("new.contoso.com")).after(Duration.ofMinutes(5));

    Plan plan = estates.plan();

    assertThat(plan.changes()).filteredOn(c -> c.kind() == Change.Kind.REMOVE).hasSize(7);
    estates.apply(plan);
    GatewayDocument after = GatewayDocument.of(estates.gateway);
    assertThat(List.of(RULE, LISTENER, PROBE, POOL, SETTINGS, CERT))
        .noneMatch(key -> after.element(key).isPresent());
    assertThat(after.element(ROOT)).isPresent();
  }

  @Test
  void aRuleThatRoutesByPathIsRefused() {
    Estates estates = api().colleague(editing(RULE, AdoptionTest::byPath));

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.isEmpty()).isTrue();
    assertThat(adoption.refused())
        .containsExactly(
            Map.entry(
                API,
                "rule 'rule-apim-gateway' routes by path or to load distribution; one endpoint"
                    + " could not take its place"));
    assertThat(adoption.ownedAfter()).isEqualTo(OwnerRecord.EMPTY);
  }

  private static void byPath(ObjectNode rule) {
    rule.put("ruleType", "PathBasedRouting");
  }

  @Test
  void aListenerThatAnswersForOthersTooIsNotOffered() {
    Estates estates =
        api()
            .colleague(
                editing(
                    LISTENER,
                    l -> {
                      l.remove("hostName");
                      l.putArray("hostNames").add("api.contoso.com").add("old.contoso.com");
                    }));

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.isEmpty()).isTrue();
    assertThat(adoption.next()).isEqualTo(estates.plan());
  }

  @Test
  void aPoolThatAnotherRuleUsesStaysForeign() {
    Estates estates =
        api()
            .colleague(
                editing(
                    new ElementKey("requestRoutingRules", "fabrikam-rule"),
                    r ->
                        r.putObject("backendAddressPool")
                            .put(
                                "id", Estates.GATEWAY + "/backendAddressPools/pool-apim-gateway")));

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.adopted()).doesNotContainKey(POOL).containsKey(RULE);
    assertThat(adoption.left())
        .contains(new Left(POOL, "used by requestRoutingRules/fabrikam-rule as well"));
    assertThat(adoption.next().changes())
        .anyMatch(c -> c.kind() == Change.Kind.ADD && c.subject().toString().contains("pool-api"));
  }

  @Test
  void settingsThatTwoHostNamesShareBelongToNeither() {
    Estates estates =
        all()
            .colleague(
                editing(
                    new ElementKey("requestRoutingRules", "rule-apim-portal"),
                    r ->
                        r.putObject("backendHttpSettings")
                            .put(
                                "id",
                                Estates.GATEWAY
                                    + "/backendHttpSettingsCollection/settings-apim-gateway")));

    Adoption adoption = adoption(estates, API, PORTAL);

    assertThat(adoption.adopted()).doesNotContainKey(SETTINGS).containsKey(RULE);
    assertThat(adoption.left())
        .contains(new Left(SETTINGS, "used by requestRoutingRules/rule-apim-portal as well"));
  }

  @Test
  void aListenerOnAnotherFrontendIsLeft() {
    Estates estates =
        api()
            .colleague(
                g -> {
                  ObjectNode copy =
                      HandMadeEstates.properties(g, LISTENER).orElseThrow().deepCopy();
                  copy.putObject("frontendIPConfiguration")
                      .put("id", Estates.GATEWAY + "/frontendIPConfigurations/" + Estates.PRIVATE);
                  g.withObjectProperty("properties")
                      .withArrayProperty("httpListeners")
                      .addObject()
                      .put("name", "inner")
                      .set("properties", copy);
                });

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.adopted()).containsKey(LISTENER);
    assertThat(adoption.left())
        .contains(
            new Left(
                new ElementKey("httpListeners", "inner"),
                "nothing of the endpoint would take its place"));
  }

  @Test
  void aHostNameThatIsBlockedForAnotherReasonIsRefusedWithIt() {
    Estates estates =
        api()
            .lists(
                SERVICE,
                Estates.endpoint(
                    dev.lockstep.model.EndpointType.PROXY, "api.contoso.com", Optional.empty()));

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.isEmpty()).isTrue();
    assertThat(adoption.left())
        .contains(new Left(CERT, "used by httpListeners/listener-apim-gateway as well"));
    assertThat(adoption.refused().get(API)).contains("takes the certificate of api.contoso.com");
  }

  @Test
  void aHostNameThatNoBindingPublishesIsRefused() {
    assertThat(adoption(api(), new HostName("shop.contoso.com")).refused())
        .containsExactly(
            Map.entry(new HostName("shop.contoso.com"), "no binding of the gateway publishes it"));
  }

  @Test
  void aHandMadeRecordSetIsAdoptedByACommandAndHidesNothing() {
    Estates estates = api().records(record());

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.adopted()).hasSize(6);
    assertThat(adoption.refused()).isEmpty();
    assertThat(adoption.commands())
        .containsExactly(
            "az network private-dns record-set a update --resource-group rg-edge --zone-name"
                + " contoso.com --name api --metadata lockstep-instance=lockstep lockstep-service="
                + SERVICE.key()
                + " team=edge");
    assertThat(adoption.next().blocked())
        .extracting(Blocked::code)
        .containsExactly(BlockCode.RECORD_COLLISION);
  }

  private static RecordSet record() {
    return new RecordSet(
        "api",
        "A",
        300,
        List.of("10.0.1.5"),
        Optional.empty(),
        Map.of("team", "edge"),
        false,
        Optional.of("e"));
  }

  @Test
  void orphansAreAdoptedAndNothingIsChangedAfterwards() {
    Estates estates = Estates.contoso().converged();
    OwnerRecord before = estates.owned;
    estates.owned = OwnerRecord.EMPTY;
    assertThat(AdoptionProposal.candidates(estates.plan())).containsExactly(API);

    Adoption adoption = adoption(estates, API);

    assertThat(adoption.adopted().keySet()).isEqualTo(before.elements().keySet());
    assertThat(adoption.next().isEmpty()).isTrue();
    assertThat(adoption.next().blocked()).isEmpty();
  }

  @Test
  void theHashNamesWhatIsAdoptedAndItsContent() {
    PlanHash first = adoption(api(), API).hash();

    assertThat(adoption(api(), API).hash()).isEqualTo(first);
    assertThat(adoption(api(), API, new HostName("no.contoso.com")).hash()).isEqualTo(first);
    assertThat(hash(e -> e.colleague(editing(PROBE, p -> p.put("path", "/x")))))
        .isNotEqualTo(first);
    assertThat(hash(e -> e.colleague(editing(RULE, p -> p.put("priority", 101)))))
        .isNotEqualTo(first);
    assertThat(hash(e -> e.colleague(editing(PROBE, p -> p.put("provisioningState", "Updating")))))
        .isEqualTo(first);
    assertThat(adoption(all(), API, PORTAL).hash()).isNotEqualTo(first);
  }

  private static PlanHash hash(UnaryOperator<Estates> edit) {
    return adoption(edit.apply(api()), API).hash();
  }

  @Test
  void nothingIsProposedForAGatewayThatWasNotRead() {
    PlanInput input = api().input();
    PlanInput unread =
        input.withObservation(
            new dev.lockstep.model.Observation(
                input.observation().at(),
                Estates.GATEWAY,
                Reading.unread(ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "403", "grant")),
                input.observation().services(),
                input.observation().zones(),
                OwnerRecord.EMPTY));

    assertThat(AdoptionProposal.of(unread, List.of(API))).isEmpty();
  }

  @Test
  void adoptionLooksAtTheWholePlanThoughTheBindingIsHeld() {
    Estates estates = api();
    Adoption free = adoption(estates, API);
    estates.restraint = new Restraint(List.of("contoso"), Map.of());

    assertThat(adoption(estates, API)).isEqualTo(free);
  }
}
