package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Mode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is written before somebody allowed it (design section 6). */
class ConfirmationTest {
  private final World world = new World().mode(Mode.CONFIRM);

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void theFirstRunOnlyPlansAndSaysHowToConfirm() {
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(outcome -> assertThat(outcome.why()).contains("resync with apply="));
    world.run(Duration.ofHours(1));
    assertThat(world.azure().requests()).allMatch(request -> request.startsWith("GET"));
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void thePlanThatWasReviewedIsCarriedOutAndFromThenOnPlansAre() {
    Plan plan = world.reconciler().planNow(World.TARGET);

    ApplyResult result = world.reconciler().apply(World.TARGET, plan.hash(), "key:default");
    world.run(Duration.ofMinutes(20));

    assertThat(result).isEqualTo(new ApplyResult.Accepted(new Outcome.Applying(plan.hash())));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().holdings().confirmed().orElseThrow().who())
        .isEqualTo("key:default");

    world.azure().service().add("more.contoso.com");
    world.converge();
    assertThat(world.azure().gateway().puts()).hasSize(2);
  }

  @Test
  void aPlanThatIsNoLongerThePlanIsNotCarriedOutAndTheNewOneIsShown() {
    PlanHash reviewed = world.reconciler().planNow(World.TARGET).hash();
    world.azure().service().add("more.contoso.com");

    ApplyResult result = world.reconciler().apply(World.TARGET, reviewed, "key:default");
    world.run(Duration.ofMinutes(20));

    assertThat(result).isEqualTo(new ApplyResult.Changed(world.reconciler().planNow(World.TARGET)));
    assertThat(world.azure().requests()).allMatch(request -> request.startsWith("GET"));
    assertThat(world.remembered().holdings().confirmed()).isEmpty();
  }

  @Test
  void aReviewedPlanIsCarriedOutThoughAColleagueTouchesTheGatewayMeanwhile() {
    PlanHash reviewed = world.reconciler().planNow(World.TARGET).hash();
    world.azure().beforeGatewayPut(() -> world.azure().gateway().edit(d -> d.put("kept", "yes")));

    ApplyResult result = world.reconciler().apply(World.TARGET, reviewed, "key:default");
    world.run(Duration.ofMinutes(20));

    assertThat(result).isInstanceOf(ApplyResult.Accepted.class);
    assertThat(world.azure().gateway().document().path("kept").asText()).isEqualTo("yes");
    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
  }

  @Test
  void whileAnotherRunHasTheTargetApplyIsBusy() {
    PlanHash reviewed = world.reconciler().planNow(World.TARGET).hash();
    world.otherWorkerTakesTheTarget();

    assertThat(world.reconciler().apply(World.TARGET, reviewed, "key:default"))
        .isInstanceOf(ApplyResult.Busy.class);
  }

  @Test
  void whileAnotherChangeIsInFlightApplyIsBusy() {
    PlanHash first = world.reconciler().planNow(World.TARGET).hash();
    world.reconciler().apply(World.TARGET, first, "key:default");

    assertThat(world.reconciler().apply(World.TARGET, new PlanHash("f".repeat(16)), "key:default"))
        .isInstanceOf(ApplyResult.Busy.class);
    assertThat(world.reconciler().apply(World.TARGET, first, "key:default"))
        .isEqualTo(new ApplyResult.Accepted(new Outcome.Applying(first)));
    world.run(Duration.ofMinutes(20));
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aGatewayThatCannotBeReadForGoodIsToldWithItsRemedy() {
    PlanHash hash = world.reconciler().planNow(World.TARGET).hash();
    world
        .azure()
        .answerAlways(
            request -> request.path().startsWith(FakeAzure.GATEWAY.value() + "?"),
            Errors.answer("agw.put.authorizationFailed.403"));

    ApplyResult result = world.reconciler().apply(World.TARGET, hash, "key:default");

    assertThat(result)
        .isInstanceOfSatisfying(
            ApplyResult.Accepted.class,
            accepted ->
                assertThat(accepted.outcome())
                    .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed ->
                            assertThat(failed.remedy()).contains("az role assignment create")));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @Test
  void aBindingInModePlanIsConfirmedPlanByPlan() {
    world.mode(Mode.PLAN);
    Plan first = world.reconciler().planNow(World.TARGET);
    world.reconciler().apply(World.TARGET, first.hash(), "key:default");
    world.run(Duration.ofMinutes(20));
    assertThat(world.azure().gateway().puts()).hasSize(1);

    world.azure().service().add("more.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.run(Duration.ofHours(1));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.reconciler().planNow(World.TARGET).isEmpty()).isFalse();
  }
}
