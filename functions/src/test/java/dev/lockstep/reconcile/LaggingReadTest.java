package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Reads that show what was before our last change, after it is known to have taken effect. */
class LaggingReadTest {
  private final World world = new World();

  @Test
  void aReadThatIsOlderThanOurLastChangeIsNoWorldToPlanOn() {
    landed();
    world.azure().gateway().showsWhatWasFor(Duration.ofSeconds(20));

    world.signal(Cause.Kind.DRIFT_CHECK);

    assertThat(world.deliver())
        .hasValueSatisfying(
            outcome ->
                assertThat(outcome)
                    .isInstanceOf(Outcome.Waiting.class)
                    .extracting(Outcome::why)
                    .asString()
                    .contains("before our last change"));
    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().gateway().redundantPuts()).isZero();
    assertThat(world.signals().messages()).isEmpty();
  }

  /** No read lags by that much: then somebody has put the old document back, tag and all. */
  @Test
  void whatShowsLongAfterwardsIsTheWorld() {
    landed();
    world.run(Duration.ofMinutes(15));
    world.azure().gateway().showsWhatWasFor(Duration.ofSeconds(20));

    world.signal(Cause.Kind.DRIFT_CHECK);

    assertThat(world.deliver())
        .hasValueSatisfying(outcome -> assertThat(outcome).isNotInstanceOf(Outcome.Waiting.class));
  }

  private void landed() {
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(45));
    assertThat(world.remembered().flight().landed())
        .singleElement()
        .satisfies(change -> assertThat(change.etagBefore()).isPresent());
  }
}
