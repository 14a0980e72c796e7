package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Crash;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan that was confirmed once, in mode plan, is carried out though the world says wait. */
class MandateTest {
  private static final String WHO = "a holder of a function key";

  private final World world = listing(new World().mode(Mode.PLAN));

  private static World listing(World world) {
    world.azure().service().add("api.contoso.com");
    return world;
  }

  static List<Answered> passing() {
    return List.of(
        answer(429, "TooManyRequests", "5"),
        answer(429, "RetryableErrorDueToAnotherOperation", "12"),
        answer(412, "PreconditionFailed", "1"),
        answer(500, "InternalServerError", "1"),
        answer(503, "ServiceUnavailable", "1"));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void theGatewayChangeFollowsWhenTheGatewayAnswersThatItMustWait(Answered answer) {
    world.azure().answerOnce(MandateTest::putsGateway, answer);

    assertThat(apply()).isInstanceOf(ApplyResult.Accepted.class);
    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("api.contoso.com");
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().zone().addresses("api")).isPresent();
    assertThat(world.remembered().mandate()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("passing")
  void soItDoesWhenDnsAnswersThatItMustWait(Answered answer) {
    world.azure().answerOnce(MandateTest::putsRecord, answer);

    assertThat(apply()).isInstanceOf(ApplyResult.Accepted.class);
    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("api.contoso.com");
    assertThat(world.azure().zone().addresses("api")).isPresent();
  }

  @Test
  void aColleagueWhoOvertakesItDoesNotEndIt() {
    ObjectNode before = world.azure().gateway().document();
    assertThat(apply()).isInstanceOf(ApplyResult.Accepted.class);
    world.time().advance(Duration.ofSeconds(5));
    world.azure().gateway().editSlowly(now -> before.deepCopy());

    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("api.contoso.com");
  }

  @Test
  void itIsKnownWhoseWordItIsAndThatItIsBeingCarriedOut() {
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "60"));
    PlanHash hash = world.reconciler().planNow(World.TARGET).hash();

    apply();

    assertThat(world.remembered().mandate())
        .hasValueSatisfying(
            mandate -> {
              assertThat(mandate.plan()).isEqualTo(hash);
              assertThat(mandate.who()).isEqualTo(WHO);
            });
    world.run(Duration.ofMinutes(30));
    assertThat(world.remembered().holdings().confirmed().orElseThrow().plan()).isEqualTo(hash);
  }

  @Test
  void itCoversNoOtherPlan() {
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "60"));
    apply();
    world.azure().service().add("surprise.contoso.com");

    world.run(Duration.ofHours(1));

    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().mandate()).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().why()).contains("resync with apply=");

    world.azure().service().remove("surprise.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(1));
    assertThat(world.azure().gateway().puts()).as("what was given up stays so").isEmpty();
  }

  @Test
  void whatTookEffectAndWasUndoneIsNotMadeAgainByIt() {
    ObjectNode before = world.azure().gateway().document();
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "5"));
    apply();
    for (int i = 0; i < 60 && !document().contains("api.contoso.com"); i++) {
      world.run(Duration.ofSeconds(1));
    }
    world.run(Duration.ofMinutes(10));
    world.azure().gateway().edit(now -> before.deepCopy());

    world.signal(Cause.Kind.GATEWAY_CHANGED).run(Duration.ofHours(1));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(document()).doesNotContain("api.contoso.com");
  }

  @Test
  void whatTheServiceRefusesIsOver() {
    world
        .azure()
        .answerOnce(MandateTest::putsGateway, Errors.answer("agw.put.authorizationFailed.403"));

    assertThat(apply())
        .isInstanceOfSatisfying(
            ApplyResult.Accepted.class,
            accepted -> assertThat(accepted.outcome()).isInstanceOf(Outcome.Failed.class));
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().mandate()).isEmpty();
  }

  @Test
  void aPassingReadThatFailsMeanwhileDoesNotEndIt() {
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "5"));
    apply();
    world
        .azure()
        .answerOnce(
            request -> request.path().contains("/service/apim-contoso"),
            answer(429, "TooManyRequests", "5"));

    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("api.contoso.com");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aWordForAGatewayThatTerraformManagesHoldsUntilItIsDoneInEachMode(Mode mode) {
    world.mode(mode);
    world.azure().gateway().edit(MandateTest::managedByTerraform);
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "5"));

    assertThat(apply()).isInstanceOf(ApplyResult.Accepted.class);
    assertThat(world.azure().gateway().puts()).isEmpty();
    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("api.contoso.com");
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  private static ObjectNode managedByTerraform(ObjectNode document) {
    document.withObject("/tags").put("managed_by", "terraform");
    return document;
  }

  @Test
  void aRemovalIsCarriedOutTooAndTheStatusTellsTheTruth() {
    apply();
    world.run(Duration.ofMinutes(20));
    Order order =
        new Order(
            Order.Verb.REMOVE, Optional.of(new HostName("api.contoso.com")), Optional.empty());
    world.azure().answerOnce(MandateTest::putsGateway, answer(429, "TooManyRequests", "5"));
    Proposal shown =
        ((OrderResult.Shown) world.reconciler().propose(World.TARGET, order)).proposal();

    assertThat(world.reconciler().carryOut(World.TARGET, order, shown.hash(), WHO))
        .isInstanceOf(OrderResult.Carried.class);
    world.run(Duration.ofMinutes(30));

    assertThat(world.remembered().withdrawals().hosts())
        .containsKey(new HostName("api.contoso.com"));
    assertThat(document()).doesNotContain("api.contoso.com");
    assertThat(world.azure().zone().addresses("api")).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> whoDiesOverItHasDoneNothingOrItIsDoneToTheEnd() {
    Fuse counting = Fuse.never();
    World whole = listing(new World().mode(Mode.PLAN));
    PlanHash hash = whole.reconciler().planNow(World.TARGET).hash();
    whole.process(counting).apply(World.TARGET, hash, WHO);
    List<DynamicTest> tests = new ArrayList<>();
    for (int call = 0; call < counting.calls().size(); call++) {
      for (boolean after : new boolean[] {false, true}) {
        int number = call;
        tests.add(
            DynamicTest.dynamicTest(
                number + " " + counting.calls().get(number) + (after ? " done" : ""),
                () -> dies(hash, number, after)));
      }
    }
    return tests.stream();
  }

  private static void dies(PlanHash hash, int call, boolean after) {
    World world = listing(new World().mode(Mode.PLAN));
    assertThatThrownBy(() -> world.process(Fuse.at(call, after)).apply(World.TARGET, hash, WHO))
        .isInstanceOf(Crash.class);

    world.run(Duration.ofMinutes(2)).signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    boolean published = world.azure().gateway().document().toString().contains("api.contoso.com");
    assertThat(world.azure().zone().addresses("api").isPresent()).isEqualTo(published);
    assertThat(world.remembered().mandate()).isEmpty();
  }

  private ApplyResult apply() {
    PlanHash hash = world.reconciler().planNow(World.TARGET).hash();
    return world.reconciler().apply(World.TARGET, hash, WHO);
  }

  private String document() {
    return world.azure().gateway().document().toString();
  }

  private static boolean putsGateway(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }

  private static boolean putsRecord(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT && request.path().contains("/A/");
  }

  private static Answered answer(int status, String code, String retryAfter) {
    ObjectNode body = Errors.operationFailed(code);
    return new Answered(status, Map.of("retry-after", retryAfter), body);
  }
}
