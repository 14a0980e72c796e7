package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.Mode;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two bindings on one gateway: one that waits for a person does not hold the other. */
class NeighboursTest {
  private final World world = new World();

  @Test
  void aBindingInModePlanIsShownAndItsNeighbourGoesOn() {
    world.neighbour(Mode.PLAN);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");

    world.converge();

    assertThat(gateway()).contains("api.contoso.com").doesNotContain("other.contoso.com");
    assertThat(world.azure().zone().addresses("other")).isEmpty();
    assertThat(world.azure().gateway().puts()).hasSize(1);
    Plan shown = world.reconciler().planNow(World.TARGET);
    assertThat(shown.changes()).hasSize(7).allMatch(c -> c.binding().equals("other"));
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Planned");
    assertThat(world.remembered().lastRun().orElseThrow().why())
        .isEqualTo("in mode plan: other: resync with apply=" + shown.hash());
  }

  @Test
  void thePersonConfirmsWhatIsShownAndAllOfItIsCarriedOut() {
    world.neighbour(Mode.PLAN);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");
    Plan shown = world.reconciler().planNow(World.TARGET);

    ApplyResult result = world.reconciler().apply(World.TARGET, shown.hash(), "key:default");
    world.run(Duration.ofMinutes(30));

    assertThat(shown.changes()).hasSize(14);
    assertThat(result).isEqualTo(new ApplyResult.Accepted(new Outcome.Applying(shown.hash())));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(gateway()).contains("api.contoso.com", "other.contoso.com");
    assertThat(world.reconciler().planNow(World.TARGET).isEmpty()).isTrue();
  }

  @Test
  void aBindingThatAwaitsItsFirstConfirmationDoesNotHoldOneInModeApply() {
    world.neighbour(Mode.CONFIRM);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");

    world.converge();
    assertThat(gateway()).contains("api.contoso.com").doesNotContain("other.contoso.com");
    assertThat(world.remembered().lastRun().orElseThrow().why())
        .startsWith("nobody has confirmed this target: resync with apply=");

    Plan shown = world.reconciler().planNow(World.TARGET);
    world.reconciler().apply(World.TARGET, shown.hash(), "key:default");
    world.run(Duration.ofMinutes(30));
    world.azure().neighbour().add("more.contoso.com");
    world.converge();

    assertThat(gateway()).contains("other.contoso.com", "more.contoso.com");
    assertThat(world.azure().gateway().puts()).hasSize(3);
  }

  @Test
  void theJournalShowsWhatWasDoneAndNotesWhatWaits() {
    world.neighbour(Mode.PLAN);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");

    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();

    assertThat(world.lastJournal())
        .contains("probe-api.contoso.com", "without what waits: in mode plan: other: resync with")
        .doesNotContain("probe-other.contoso.com");
  }

  @Test
  void whileTheNeighbourIsUpdatingItIsWaitedForThoughAnotherPlanWaitsForAPerson() {
    world.neighbour(Mode.PLAN);
    world.azure().neighbour().add("other.contoso.com");
    world.azure().service().add("api.contoso.com");
    world.azure().service().is("Updating");

    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Waiting");
    world.azure().service().is("Succeeded");
    world.run(Duration.ofMinutes(30));

    assertThat(gateway()).contains("api.contoso.com").doesNotContain("other.contoso.com");
  }

  @Test
  void aConfirmedRemovalOfABindingInModePlanIsCompletedWithoutASecondWord() {
    world.mode(Mode.PLAN);
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("old.contoso.com");
    apply();
    world.azure().service().remove("old.contoso.com");
    world.converge();
    assertThat(gateway()).contains("old.contoso.com");

    apply();

    assertThat(gateway()).doesNotContain("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isEmpty();
    assertThat(world.reconciler().planNow(World.TARGET).isEmpty()).isTrue();
  }

  private void apply() {
    world
        .reconciler()
        .apply(World.TARGET, world.reconciler().planNow(World.TARGET).hash(), "key:default");
    world.run(Duration.ofMinutes(30));
  }

  private String gateway() {
    return world.azure().gateway().document().toString();
  }
}
