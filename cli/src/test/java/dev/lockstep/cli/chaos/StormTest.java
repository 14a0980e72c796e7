package dev.lockstep.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.azure.SystemTicker;
import dev.lockstep.simulator.chaos.StormScale;
import dev.lockstep.simulator.chaos.Tempest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A storm like that of `./lockstep bench storm`, small enough for every build. */
class StormTest {
  private static final int EVENTS = 600;
  private static final int GATEWAYS = 4;

  @Test
  void aStormCostsEachGatewayTwoPutsAtMost() {
    StormRun run = StormRun.of(new StormScale(3, GATEWAYS, 10, EVENTS), new SystemTicker());

    assertThat(run.report().violations()).isEmpty();
    assertThat(run.report().puts())
        .hasSize(GATEWAYS)
        .allSatisfy((gateway, puts) -> assertThat(puts).isBetween(1L, (long) Tempest.MOST_PUTS));
    assertThat(run.report().deliveries().values().stream().mapToLong(n -> n).sum())
        .isEqualTo(EVENTS);
    assertThat(run.report().ownDeliveries()).isPositive();
    assertThat(run.figures().deliveries()).isEqualTo(EVENTS + run.report().ownDeliveries());
    // A signal for each target that an event reaches, and far fewer runs than signals.
    assertThat(run.report().messages()).isGreaterThan(EVENTS);
    assertThat(run.figures().runs()).isLessThan(run.report().messages() / 5);
    assertThat(run.report().converged()).isLessThan(Duration.ofMinutes(10));
  }
}
