package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A person who applies a plan that is not the plan any more changes nothing, and delays nothing.
 */
class DeclinedTest {
  private static final PlanHash STALE = new PlanHash("0123456789abcdef");

  private final World world = new World();

  @Test
  void theWaitForAServiceGoesOn() {
    world.azure().service().add("api.contoso.com");
    world.converge().azure().service().add("new.contoso.com");
    world.azure().service().is("Updating");
    world.signal(Cause.Kind.DRIFT_CHECK).deliver();

    world.run(Duration.ofSeconds(5));
    assertThat(apply(STALE)).isInstanceOf(ApplyResult.Changed.class);

    world.run(Duration.ofSeconds(20)).azure().service().is("Succeeded");
    world.run(Duration.ofMinutes(2));
    assertThat(gateway()).contains("new.contoso.com");
  }

  @Test
  void theLooksAfterAnEventGoOn() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();

    world.run(Duration.ofSeconds(5));
    assertThat(apply(STALE)).isInstanceOf(ApplyResult.Changed.class);
    world.azure().service().add("new.contoso.com");

    world.run(Duration.ofMinutes(2));
    assertThat(gateway()).contains("new.contoso.com");
  }

  @Test
  void noSignalIsAnswered() {
    world.azure().service().add("api.contoso.com");
    world.converge().signal(Cause.Kind.DRIFT_CHECK);
    world.time().advance(Duration.ofSeconds(10));
    world.azure().service().add("new.contoso.com");

    assertThat(apply(STALE)).isInstanceOf(ApplyResult.Changed.class);

    world.run(Duration.ofMinutes(2));
    assertThat(gateway()).contains("new.contoso.com");
  }

  @Test
  void noLookIsSetWhereNoneWas() {
    world.azure().service().add("api.contoso.com");
    world.converge();

    assertThat(apply(STALE)).isInstanceOf(ApplyResult.Changed.class);

    assertThat(world.remembered().agenda().wake()).isEmpty();
    assertThat(world.signals().messages()).isEmpty();
  }

  private ApplyResult apply(PlanHash hash) {
    return world.reconciler().apply(World.TARGET, hash, "somebody");
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }
}
