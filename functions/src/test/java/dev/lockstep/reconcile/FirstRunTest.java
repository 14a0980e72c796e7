package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstRunTest {
  private final World world = new World();

  @Test
  void aHostNameOfTheServiceReachesTheGatewayAndDnsWithOnePut() {
    world.azure().service().add("api.contoso.com");

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
    assertThat(world.azure().zone().addresses("api")).contains(List.of("10.0.1.5"));
    assertThat(world.azure().zone().writes()).containsExactly("PUT api");
    assertThat(world.outcomes().get(world.outcomes().size() - 1))
        .isEqualTo(new Outcome.Converged());
    assertThat(world.signals().messages()).isEmpty();
  }
}
