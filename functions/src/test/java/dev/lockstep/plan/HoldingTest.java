package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.binding;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static dev.lockstep.plan.Estates.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.guard.Guards;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A binding that may not change anything keeps what it has, and its neighbours go on. */
class HoldingTest {
  private static final Set<HostName> NOTHING = Set.of();

  @Test
  void theNeighboursChangesAreMadeAndThoseOfTheHeldAreNot() {
    Estates estates = two();

    Plan shown = estates.plan();
    Plan made = Planner.plan(estates.input().holding(List.of("other")));

    assertThat(shown.changes()).hasSize(14);
    assertThat(made.changes())
        .hasSize(7)
        .allSatisfy(change -> assertThat(change.binding()).isEqualTo("contoso"));
    assertThat(shown.changes()).containsAll(made.changes());
    assertThat(made.hash()).isNotEqualTo(shown.hash());
    assertThat(Guards.check(made, estates.input().holding(List.of("other")))).isEmpty();
    assertThat(made.gatewayBody().orElseThrow().toString())
        .contains("api.contoso.com")
        .doesNotContain("other.contoso.com");
  }

  @Test
  void whatTheHeldBindingOwnsStaysAsItIsThoughItHasDrifted() {
    Estates estates = two().converged();
    estates.colleague(
        g -> Estates.edit(g, "probes", "ls-lockstep-probe-other.contoso.com", "path", "/x"));
    estates.colleague(
        g -> Estates.edit(g, "probes", "ls-lockstep-probe-api.contoso.com", "path", "/x"));

    assertThat(estates.plan().changes()).hasSize(2);
    Plan made = Planner.plan(estates.input().holding(List.of("other")));

    assertThat(made.changes()).singleElement().matches(c -> c.binding().equals("contoso"));
    assertThat(made.ownedAfter().elements().keySet()).isEqualTo(estates.owned.elements().keySet());
  }

  @Test
  void aHostNameOfAHeldBindingDoesNotLeave() {
    Estates estates =
        two()
            .lists(service("apim-other"), proxy("other.contoso.com"), proxy("x.contoso.com"))
            .converged();
    estates.lists(service("apim-other"), proxy("x.contoso.com")).after(Duration.ofMinutes(5));

    assertThat(estates.plan().changes()).hasSize(7);
    assertThat(Planner.plan(estates.input().holding(List.of("other"))).isEmpty()).isTrue();
  }

  @Test
  void nobodyTakesOverAHostNameWhileItsBindingIsHeld() {
    Estates estates =
        two()
            .lists(service("apim-other"), proxy("other.contoso.com"), proxy("x.contoso.com"))
            .converged();
    estates
        .lists(service("apim-other"), proxy("x.contoso.com"))
        .reads(
            SERVICE,
            "Succeeded",
            List.of("10.0.9.9"),
            proxy("api.contoso.com"),
            proxy("other.contoso.com"))
        .after(Duration.ofMinutes(5));

    assertThat(estates.plan().changes())
        .anyMatch(change -> change.host().equals(Optional.of(new HostName("other.contoso.com"))));
    assertThat(Planner.plan(estates.input().holding(List.of("other"))).changes())
        .isNotEmpty()
        .allMatch(change -> change.host().equals(Optional.of(new HostName("api.contoso.com"))));
  }

  @Test
  void whatAHeldBindingClaimsDoesNotLeaveItsNeighbour() {
    Estates estates =
        Estates.contoso()
            .lists(SERVICE, proxy("api.contoso.com"), proxy("k.contoso.com"))
            .converged();
    estates
        .bind(binding("other", service("apim-other")))
        .lists(service("apim-other"), proxy("api.contoso.com"))
        .lists(SERVICE, proxy("k.contoso.com"))
        .after(Duration.ofMinutes(5));

    Plan made = Planner.plan(estates.input().holding(List.of("other")));

    assertThat(made.isEmpty()).isTrue();
  }

  @Test
  void aCertificateThatBothShareIsMadeInTheNameOfTheOneThatIsNotHeld() {
    Optional<String> secret = Optional.of("https://kv.vault.azure.net/secrets/wild");
    Estates estates =
        two()
            .lists(SERVICE, endpoint(EndpointType.PROXY, "b.contoso.com", secret))
            .lists(service("apim-other"), endpoint(EndpointType.PROXY, "a.contoso.com", secret));

    Plan made = Planner.plan(estates.input().holding(List.of("contoso")));
    estates.apply(made);

    assertThat(made.changes()).hasSize(7).allMatch(change -> change.binding().equals("other"));
    assertThat(estates.plan().changes())
        .hasSize(6)
        .allMatch(change -> change.binding().equals("contoso"));
  }

  @Test
  void aSharedElementIsNotSweptWhileItsBindingIsHeld() {
    Estates estates = two().converged();
    String listener = "ls-lockstep-listener-other.contoso.com";
    estates.colleague(
        g ->
            g.path("properties")
                .path("httpListeners")
                .forEach(
                    l -> {
                      if (l.path("name").asText().equals(listener)) {
                        ((com.fasterxml.jackson.databind.node.ObjectNode) l.path("properties"))
                            .remove("sslCertificate");
                      }
                    }));
    estates.lists(
        service("apim-other"),
        endpoint(
            EndpointType.PROXY,
            "other.contoso.com",
            Optional.of("https://kv.vault.azure.net/secrets/new")));

    assertThat(estates.plan().changes()).hasSize(3);
    assertThat(Planner.plan(estates.input().holding(List.of("other"))).isEmpty()).isTrue();
  }

  @Test
  void aRecordSetThatAHeldBindingWantsElsewhereStaysWhereItIs() {
    Estates estates = two().converged();
    ResourceId closer = Estates.zone("other.contoso.com");
    estates.zones.put(closer, Reading.known(new Zone(closer, List.of())));
    estates.bind(
        new Estates.BindingEdit(estates.bindings.get("other"))
            .zones(Estates.ZONE, closer)
            .binding());

    assertThat(estates.plan().records()).hasSize(2);
    assertThat(Planner.plan(estates.input().holding(List.of("other"))).isEmpty()).isTrue();
  }

  @Test
  void aFrozenBindingSaysHowManyChangesWait() {
    Estates estates = two();
    estates.restraint = new Restraint(List.of(), Map.of("other", "frozen until Monday"));

    Plan plan = estates.plan();

    assertThat(plan.changes()).hasSize(7).allMatch(change -> change.binding().equals("contoso"));
    assertThat(plan.blocked())
        .containsExactly(
            new Blocked(
                BlockCode.FROZEN,
                "other",
                Optional.empty(),
                "frozen until Monday; 7 changes wait",
                "end the freeze; the changes are made at the next look"));
    assertThat(Planner.confirmed(estates.input(), plan.hash())).contains(plan);
  }

  @Test
  void oneChangeThatWaitsIsToldInTheSingularAndNoneIsNotTold() {
    Estates estates = two().converged();
    estates.restraint =
        new Restraint(List.of(), Map.of("other", "frozen", "contoso", "frozen as well"));
    assertThat(estates.plan().blocked()).isEmpty();
    estates.colleague(
        g -> Estates.edit(g, "probes", "ls-lockstep-probe-other.contoso.com", "path", "/x"));

    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.plan().blocked())
        .singleElement()
        .satisfies(blocked -> assertThat(blocked.reason()).isEqualTo("frozen; 1 change waits"));
  }

  @Test
  void theHashThatConfirmsRemovalsIsThatOfTheWholePlanThoughABindingIsHeld() {
    Estates estates =
        two()
            .lists(SERVICE, proxy("a.contoso.com"), proxy("b.contoso.com"), proxy("c.contoso.com"))
            .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(1, 100)));
    estates.apply(Planner.plan(estates.input().holding(List.of("other"))));
    estates.lists(SERVICE, proxy("c.contoso.com")).after(Duration.ofMinutes(5));

    Plan made = Planner.plan(estates.input().holding(List.of("other")));
    Plan whole = Planner.plan(estates.input().withRemovalsConfirmed());

    assertThat(made.blocked())
        .singleElement()
        .satisfies(
            b -> assertThat(b.remedy()).isEqualTo("confirm the removal: apply=" + whole.hash()));
    assertThat(Planner.confirmed(estates.input(), whole.hash())).contains(whole);
  }

  @Test
  void whoseChangesWaitFollowsTheTable() {
    Estates estates = two();
    Plan plan = estates.plan();

    assertThat(waiting(estates, plan, Mode.APPLY, false)).isEmpty();
    assertThat(waiting(estates, plan, Mode.APPLY, true)).isEmpty();
    assertThat(waiting(estates, plan, Mode.CONFIRM, false)).containsExactly("contoso");
    assertThat(waiting(estates, plan, Mode.CONFIRM, true)).isEmpty();
    assertThat(waiting(estates, plan, Mode.PLAN, false)).containsExactly("contoso");
    assertThat(waiting(estates, plan, Mode.PLAN, true)).containsExactly("contoso");
    estates.apply(plan);
    assertThat(waiting(estates, estates.plan(), Mode.PLAN, false)).isEmpty();
  }

  @Test
  void aConfirmedRemovalDoesNotWaitAgain() {
    Estates estates = two().lists(SERVICE, proxy("a.contoso.com"), proxy("b.contoso.com"));
    estates.converged().lists(SERVICE, proxy("a.contoso.com")).after(Duration.ofMinutes(5));
    estates.with(b -> b.mode(Mode.PLAN));
    Plan plan = estates.plan();
    HostName gone = new HostName("b.contoso.com");

    assertThat(new Consent(true, NOTHING).missing(plan, estates.bindings.values())).hasSize(1);
    assertThat(new Consent(true, Set.of(gone)).missing(plan, estates.bindings.values()))
        .as("the certificate, which is nobody's host, waits still")
        .hasSize(1);
    List<Change> ofHost =
        plan.changes().stream().filter(c -> c.host().equals(Optional.of(gone))).toList();
    Plan recordsOnly =
        new Plan(
            plan.gatewayId(),
            ofHost,
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            plan.records(),
            plan.ownedAfter(),
            plan.hash());
    assertThat(new Consent(true, Set.of(gone)).missing(recordsOnly, estates.bindings.values()))
        .isEmpty();
  }

  private static List<String> waiting(Estates estates, Plan plan, Mode mode, boolean confirmed) {
    estates.with(b -> b.mode(mode));
    return new Consent(confirmed, NOTHING)
        .missing(plan, estates.bindings.values()).stream().map(b -> b.name()).toList();
  }

  private static Estates two() {
    return Estates.contoso()
        .bind(binding("other", service("apim-other")))
        .lists(service("apim-other"), proxy("other.contoso.com"));
  }
}
