package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A gateway whose tags say that Terraform manages it whole (docs/decisions/0008). */
class ManagedWholeTest {
  private final World world = new World();

  @BeforeEach
  void someHostNameIsWanted() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void nothingIsBegunThereUntilATagSaysThatItLeavesPartsAlone() {
    tag("managed_by", "terraform");
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(
            outcome ->
                assertThat(outcome)
                    .isInstanceOf(Outcome.Planned.class)
                    .extracting(Outcome::why)
                    .asString()
                    .contains("ignore_changes", "lockstep-shared-with=terraform"));
    world.run(Duration.ofHours(1));
    assertThat(world.azure().gateway().puts()).isEmpty();

    tag("lockstep-shared-with", "terraform");
    world.converge();
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aPersonsWordIsEnoughAndHoldsForWhatFollows() {
    tag("azd-env-name", "prod");
    Plan plan = world.reconciler().planNow(World.TARGET);

    world.reconciler().apply(World.TARGET, plan.hash(), "key:default");
    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().puts()).hasSize(1);

    world.azure().service().add("more.contoso.com");
    world.converge();
    assertThat(world.azure().gateway().puts()).hasSize(2);
  }

  @Test
  void aTagThatComesLaterStopsNothing() {
    world.converge();
    tag("managed_by", "terraform");

    world.azure().service().add("more.contoso.com");
    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(world.lastJournal()).contains("managedByTerraform");
  }

  private void tag(String name, String value) {
    world
        .azure()
        .gateway()
        .edit(
            document -> {
              document.withObject("/tags").put(name, value);
              return document;
            });
  }
}
