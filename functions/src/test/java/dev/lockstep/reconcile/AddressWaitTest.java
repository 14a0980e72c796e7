package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** An address that the service does not report yet is waited for, and nobody has to ask again. */
class AddressWaitTest {
  private final World world = new World();

  @Test
  void anAddressThatIsNotThereYetIsLookedForAgain() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().hasNoAddress();

    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .containsInstanceOf(Outcome.Waiting.class)
        .get()
        .extracting(Outcome::why)
        .isEqualTo("apim-contoso has no private address yet (virtual network type Internal)");
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @Test
  void whenItComesTheHostIsPublishedWithoutAnotherSignal() {
    world.azure().service().add("api.contoso.com");
    world.azure().service().hasNoAddress();
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(2));
    assertThat(world.azure().gateway().puts()).isEmpty();

    world.azure().service().moveTo("10.0.1.7");
    world.run(Duration.ofMinutes(10));

    assertThat(world.azure().gateway().puts()).hasSize(1);
  }
}
