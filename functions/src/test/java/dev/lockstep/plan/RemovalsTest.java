package dev.lockstep.plan;

import static dev.lockstep.plan.Estates.SERVICE;
import static dev.lockstep.plan.Estates.ZONE;
import static dev.lockstep.plan.Estates.endpoint;
import static dev.lockstep.plan.Estates.proxy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.EndpointType;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When a host name leaves, and when it does not. */
class RemovalsTest {
  private static final Endpoint A = proxy("a.contoso.com");
  private static final Endpoint B = proxy("b.contoso.com");

  @Test
  void theFirstReadThatLacksItOnlyNotesIt() {
    Estates estates = published(A, B).lists(SERVICE, A);

    Plan plan = estates.plan();

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.pending())
        .containsExactly(
            new PendingRemoval(SERVICE, B.host(), estates.at, estates.at.plusSeconds(60)));
  }

  @Test
  void aSecondReadTooSoonStillWaits() {
    Estates estates = published(A, B).lists(SERVICE, A).after(Duration.ofSeconds(59));

    assertThat(estates.plan().isEmpty()).isTrue();
    assertThat(estates.after(Duration.ofSeconds(1)).plan().changes()).hasSize(7);
  }

  @Test
  void aHostThatComesBackStartsAnew() {
    Estates estates = published(A, B).lists(SERVICE, A).after(Duration.ofSeconds(59));
    estates.lists(SERVICE, A, B).after(Duration.ofSeconds(1));
    assertThat(estates.absences).isEqualTo(Absences.NONE);

    estates.lists(SERVICE, A);

    assertThat(estates.plan().pending().get(0).firstMissing()).isEqualTo(estates.at);
  }

  @Test
  void aReadThatCannotBeBelievedChangesNoAbsence() {
    Estates estates = published(A, B).lists(SERVICE, A).after(Duration.ofSeconds(30));
    Absences before = estates.absences;
    estates.reads(SERVICE, "Updating", List.of("10.0.1.5"), A).after(Duration.ofSeconds(30));

    assertThat(estates.absences).isEqualTo(before);
    assertThat(estates.absences.firstMissing()).hasSize(1);
  }

  @Test
  void absencesOfAServiceWithoutBindingAreForgotten() {
    Estates estates = published(A);
    Absences.Key other = new Absences.Key(Estates.service("gone"), new HostName("x.contoso.com"));
    estates.absences = new Absences(Map.of(other, Instant.EPOCH));

    assertThat(Absences.next(estates.input())).isEqualTo(Absences.NONE);
  }

  @Test
  void aTypeThatIsNoLongerChosenLeavesTheGatewayAndThenItsRecord() {
    Estates estates = published(A, endpoint(EndpointType.DEVELOPER_PORTAL, "p.contoso.com"));
    Map<EndpointType, dev.lockstep.model.EndpointPolicy> proxyOnly =
        Map.of(
            EndpointType.PROXY,
            estates.bindings.get("contoso").endpoints().get(EndpointType.PROXY));
    estates.with(b -> b.endpoints(proxyOnly)).after(Duration.ofMinutes(2));

    Plan plan = estates.plan();

    assertThat(plan.changes())
        .hasSize(6)
        .allSatisfy(c -> assertThat(c.subject()).isInstanceOf(Subject.GatewayElement.class));
    Plan then = estates.apply(plan).plan();
    assertThat(then.changes())
        .singleElement()
        .satisfies(c -> assertThat(ChangeOrder.key(c.subject())).endsWith("/contoso.com/a/p"));
    assertThat(then.records()).singleElement().isInstanceOf(RecordChange.Delete.class);
    assertThat(estates.apply(then).plan().isEmpty()).isTrue();
  }

  @Test
  void theCapHoldsRemovalsAloneAndNamesTheHashThatConfirmsThem() {
    Estates estates =
        published(A, B, proxy("c.contoso.com"))
            .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(1, 100)))
            .lists(SERVICE, proxy("new.contoso.com"))
            .after(Duration.ofMinutes(2));

    Plan plan = estates.plan();
    Plan confirmed = Planner.plan(estates.input().withRemovalsConfirmed());

    assertThat(plan.changes()).hasSize(7).allMatch(c -> c.kind() == Change.Kind.ADD);
    assertThat(plan.blocked())
        .singleElement()
        .satisfies(b -> assertThat(b.remedy()).endsWith("apply=" + confirmed.hash()));
    assertThat(Planner.confirmed(estates.input(), plan.hash())).contains(plan);
    assertThat(Planner.confirmed(estates.input(), confirmed.hash())).contains(confirmed);
    assertThat(Planner.confirmed(estates.input(), new PlanHash("0".repeat(16)))).isEmpty();
    assertThat(confirmed.changes()).hasSize(7 + 3 * 7);
  }

  @Test
  void oneHostMayLeaveWhateverTheShare() {
    Estates estates =
        published(A, endpoint(EndpointType.SCM, "scm.contoso.com"))
            .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(0, 0)))
            .lists(SERVICE, endpoint(EndpointType.SCM, "scm.contoso.com"))
            .after(Duration.ofMinutes(2));

    assertThat(estates.plan().changes()).hasSize(7);
  }

  @Test
  void recordsThatAreLeftOverDoNotCountAgainstTheCapAgain() {
    Estates estates =
        published(A, B, proxy("c.contoso.com"))
            .with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(1, 100)))
            .lists(SERVICE, A)
            .after(Duration.ofMinutes(2));
    Plan confirmed = Planner.plan(estates.input().withRemovalsConfirmed());
    estates.gateway = confirmed.gatewayBody().orElseThrow();
    estates.owned = confirmed.ownedAfter();

    Plan rest = estates.plan();

    assertThat(rest.blocked()).isEmpty();
    assertThat(rest.gatewayBody()).isEmpty();
    assertThat(rest.records()).hasSize(2).allMatch(RecordChange.Delete.class::isInstance);
  }

  @Test
  void aServiceThatIsGoneIsEmptiedOnlyOnConfirmation() {
    Estates estates = published(A, B);
    estates.services.put(
        SERVICE,
        Reading.unread(ReadFailure.of(ReadFailure.Kind.NOT_FOUND, "404", "bring it back")));

    assertThat(estates.plan().isEmpty()).isTrue();
    Plan confirmed = Planner.plan(estates.input().withRemovalsConfirmed());
    assertThat(confirmed.changes()).hasSize(14).allMatch(c -> c.kind() == Change.Kind.REMOVE);
  }

  @Test
  void aServiceThatIsForbiddenIsNeverEmptied() {
    Estates estates = published(A, B);
    estates.services.put(
        SERVICE, Reading.unread(ReadFailure.of(ReadFailure.Kind.FORBIDDEN, "403", "assign")));

    assertThat(Planner.plan(estates.input().withRemovalsConfirmed()).isEmpty()).isTrue();
  }

  @Test
  void upsertOnlyUpdatesAndKeepsWhatLeft() {
    Estates estates =
        published(A, B)
            .with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50)))
            .reads(SERVICE, "Succeeded", List.of("10.0.1.9"), A)
            .after(Duration.ofMinutes(2));

    Plan plan = estates.plan();

    assertThat(plan.changes()).singleElement().matches(c -> c.kind() == Change.Kind.UPDATE);
    assertThat(plan.warnings())
        .extracting(Warning::code)
        .containsExactly(WarningCode.REMOVAL_WITHHELD.wireName());
  }

  @Test
  void createOnlyCreatesAndLeavesTheRest() {
    Estates estates =
        published(A)
            .with(b -> b.policy(DeletePolicy.CREATE_ONLY, new DeleteCap(5, 50)))
            .colleague(
                g -> Estates.edit(g, "probes", "ls-lockstep-probe-a.contoso.com", "path", "/x"))
            .reads(SERVICE, "Succeeded", List.of("10.0.1.9"), A, B);

    Plan plan = estates.plan();

    assertThat(plan.changes())
        .hasSize(7)
        .allSatisfy(c -> assertThat(c.kind()).isEqualTo(Change.Kind.ADD))
        .allSatisfy(
            c ->
                assertThat(ChangeOrder.key(c.subject()))
                    .matches(".*(b.contoso.com|-b-contoso-com|/a/b)"));
    assertThat(estates.zones.get(ZONE).asValue().orElseThrow().records()).hasSize(1);
  }

  private static Estates published(Endpoint... endpoints) {
    return Estates.contoso().lists(SERVICE, endpoints).converged();
  }
}
