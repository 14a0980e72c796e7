package dev.lockstep.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.DeleteCap;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.PrivateDns;
import dev.lockstep.model.PublicDns;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.BackendOptions;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.DnsEstates;
import dev.lockstep.plan.Estates;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Planner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each guard refuses a plan that the planner would not make, and lets the planner's own pass. */
class GuardsTest {
  @Test
  void thePlannersOwnPlanPasses() {
    Estates estates = Estates.contoso();

    assertThat(Guards.check(estates.plan(), estates.input())).isEmpty();
  }

  @Test
  void aRemovalOfOneHostPasses() {
    Estates estates = twoPublishedOneGone();
    Plan removing = estates.plan();

    assertThat(removing.changes()).hasSize(7);
    assertThat(Guards.check(removing, estates.input())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Updating, Running, GATEWAY_UNSETTLED, true",
    "Deleting, Running, GATEWAY_UNSETTLED, true",
    "Succeeded, Stopped, GATEWAY_STOPPED, false",
    "Succeeded, Stopping, GATEWAY_STOPPED, false"
  })
  void aGatewayThatIsNotAtRestIsNotWritten(
      String provisioning, String operational, GuardCode code, boolean passing) {
    Estates estates = Estates.contoso();
    ObjectNode properties = estates.gateway.withObjectProperty("properties");
    properties.put("provisioningState", provisioning).put("operationalState", operational);

    assertThat(Guards.check(estates.plan(), estates.input()))
        .singleElement()
        .satisfies(
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              assertThat(refused.code().isPassing()).isEqualTo(passing);
              assertThat(refused.remedy()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "Canceled"})
  void aGatewayWhoseLastChangeDidNotSucceedMayBeWritten(String state) {
    Estates estates = Estates.contoso();
    estates.gateway.withObjectProperty("properties").put("provisioningState", state);

    assertThat(Guards.check(estates.plan(), estates.input())).isEmpty();
  }

  @Test
  void aPlanThatLeavesTheGatewayAloneNeedsNoGateway() {
    Estates estates = Estates.contoso().converged();
    estates.gateway.withObjectProperty("properties").put("provisioningState", "Updating");

    assertThat(Guards.check(estates.plan(), estates.input())).isEmpty();
  }

  @Test
  void removalsOverTheCapAreRefusedUnlessConfirmed() {
    Estates all = twoPublishedOneGone();
    all.lists(Estates.SERVICE, Estates.proxy("other.contoso.com"));
    all.after(Duration.ofMinutes(5));
    all.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(9, 100)));
    Plan both = all.plan();
    all.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(1, 10)));

    assertThat(codes(both, all.input())).containsExactly(GuardCode.DELETE_CAP);
    assertThat(Guards.check(both, all.input().withRemovalsConfirmed())).isEmpty();
  }

  @Test
  void removalsAgainstThePolicyAreRefusedEvenWhenConfirmed() {
    Estates estates = twoPublishedOneGone();
    Plan removing = estates.plan();
    estates.with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50)));

    assertThat(codes(removing, estates.input().withRemovalsConfirmed()))
        .containsExactly(GuardCode.DELETE_CAP);
  }

  @Test
  void aRecordSetThatGoesAloneCountsAsNoHostNameButNeedsThePolicy() {
    Estates estates = Estates.contoso().with(b -> b.options(DnsEstates.BY_ADDRESS));
    estates
        .lists(
            Estates.SERVICE,
            Estates.proxy("a.contoso.com"),
            Estates.proxy("b.contoso.com"),
            Estates.proxy("c.contoso.com"))
        .converged();
    DnsEstates.dns(estates, PrivateDns.NONE, PublicDns.NONE);
    Plan three = Planner.plan(estates.input().withRemovalsConfirmed());
    assertThat(three.records()).hasSize(3);

    estates.with(b -> b.policy(DeletePolicy.SYNC, new DeleteCap(0, 0)));
    assertThat(Guards.check(three, estates.input())).isEmpty();

    estates.with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 100)));
    assertThat(Guards.check(three, estates.input()))
        .singleElement()
        .satisfies(
            r ->
                assertThat(r.reason())
                    .isEqualTo(
                        "contoso: 0 of 3 host names would leave, and record sets of others would"));
  }

  @Test
  void aHostThatLosesItsRedirectOnlyDoesNotLeave() {
    Estates estates = Estates.contoso().with(b -> b.options(BackendOptions.REDIRECT)).converged();
    estates.with(
        b -> b.options(EndpointOptions.DEFAULT).policy(DeletePolicy.SYNC, new DeleteCap(0, 0)));
    Plan plan = estates.plan();
    assertThat(plan.changes()).hasSize(3);

    assertThat(codes(plan, estates.input())).isEmpty();
    assertThat(codes(only(plan, c -> c.subject().toString().contains("..http")), estates.input()))
        .isEmpty();
  }

  @Test
  void aHostThatLosesItsRulesOrItsRecordLeaves() {
    Estates estates = twoPublishedOneGone();
    Plan removing = estates.plan();
    estates.with(b -> b.policy(DeletePolicy.UPSERT_ONLY, new DeleteCap(5, 50)));

    for (String part : List.of("requestRoutingRules", "DnsRecord")) {
      Plan partly = only(removing, c -> c.subject().toString().contains(part));
      assertThat(partly.changes()).as(part).hasSize(1);
      assertThat(codes(partly, estates.input())).as(part).contains(GuardCode.DELETE_CAP);
    }
    Plan pool = only(removing, c -> c.subject().toString().contains("backendAddressPools"));
    assertThat(pool.changes()).hasSize(1);
    assertThat(codes(pool, estates.input())).doesNotContain(GuardCode.DELETE_CAP);
  }

  private static Plan only(Plan plan, Predicate<Change> which) {
    return new Plan(
        plan.gatewayId(),
        plan.changes().stream().filter(which).toList(),
        plan.blocked(),
        plan.warnings(),
        plan.pending(),
        plan.gatewayBody(),
        plan.records(),
        plan.ownedAfter(),
        plan.hash());
  }

  @Test
  void nothingLeavesOnTheWordOfAServiceThatWasNotRead() {
    Estates estates = twoPublishedOneGone();
    Plan removing = estates.plan();
    estates.services.put(
        Estates.SERVICE,
        Reading.unread(ReadFailure.of(ReadFailure.Kind.UNAVAILABLE, "no answer", "wait")));

    assertThat(codes(removing, estates.input())).containsExactly(GuardCode.SOURCE_EMPTY);
  }

  @Test
  void aReferenceToNothingIsRefused() {
    assertThat(refusedAfter(body -> remove(body, "probes", "ls-lockstep-probe-api.contoso.com")))
        .containsExactly(GuardCode.DANGLING_REFERENCE);
  }

  @Test
  void aLostForeignElementIsRefused() {
    assertThat(
            refusedAfter(
                body -> ((ArrayNode) collection(body, "redirectConfigurations")).removeAll()))
        .contains(GuardCode.FOREIGN_CHANGED);
  }

  @Test
  void aChangedForeignElementIsRefused() {
    assertThat(
            refusedAfter(
                body ->
                    ((ObjectNode) collection(body, "probes").get(0).path("properties"))
                        .put("interval", 1)))
        .containsExactly(GuardCode.FOREIGN_CHANGED);
  }

  @Test
  void reorderedForeignElementsAreRefused() {
    assertThat(
            refusedAfter(
                body -> {
                  ArrayNode ports = (ArrayNode) collection(body, "frontendPorts");
                  ports.add(ports.remove(0));
                }))
        .containsExactly(GuardCode.FOREIGN_CHANGED);
  }

  @Test
  void aChangedPropertyOfTheGatewayItselfIsRefused() {
    assertThat(
            refusedAfter(body -> body.withObjectProperty("properties").put("enableHttp2", false)))
        .containsExactly(GuardCode.FOREIGN_CHANGED);
    assertThat(refusedAfter(body -> body.remove("tags")))
        .containsExactly(GuardCode.FOREIGN_CHANGED);
  }

  private static List<GuardCode> refusedAfter(Consumer<ObjectNode> edit) {
    Estates estates = Estates.contoso();
    Plan plan = estates.plan();
    ObjectNode body = plan.gatewayBody().orElseThrow();
    edit.accept(body);
    Plan edited =
        new Plan(
            plan.gatewayId(),
            plan.changes(),
            plan.blocked(),
            plan.warnings(),
            plan.pending(),
            Optional.of(body),
            plan.records(),
            plan.ownedAfter(),
            plan.hash());
    return codes(edited, estates.input());
  }

  private static com.fasterxml.jackson.databind.JsonNode collection(ObjectNode body, String name) {
    return body.path("properties").path(name);
  }

  private static void remove(ObjectNode body, String collection, String name) {
    ArrayNode array = (ArrayNode) collection(body, collection);
    for (int i = array.size() - 1; i >= 0; i--) {
      if (array.get(i).path("name").asText().equals(name)) {
        array.remove(i);
      }
    }
  }

  private static List<GuardCode> codes(Plan plan, PlanInput input) {
    return Guards.check(plan, input).stream().map(Verdict.Refused::code).toList();
  }

  private static Estates twoPublishedOneGone() {
    Estates estates = Estates.contoso();
    estates.lists(
        Estates.SERVICE, Estates.proxy("api.contoso.com"), Estates.proxy("two.contoso.com"));
    estates.converged();
    estates.lists(Estates.SERVICE, Estates.proxy("api.contoso.com"));
    return estates.after(Duration.ofMinutes(5));
  }
}
