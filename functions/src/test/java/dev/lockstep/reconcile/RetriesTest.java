package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.TargetState;
import java.time.Instant;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** What is held back is named by a hash each, and freed one by one. */
class RetriesTest {
  private static final Instant AT = Instant.parse("2026-11-20T00:00:00Z");
  private static final String REFUSED = "0123456789abcdef";
  private static final HostName HOST = new HostName("api.contoso.com");

  private final TargetState state =
      TargetState.INITIAL
          .with(Flight.NONE.refusing(new Flight.Refused(REFUSED, "denied", "grant it", 1, true)))
          .with(
              Aftercare.NONE.with(
                  HeldBack.NONE.with(
                      HOST,
                      new HeldBack.Held(BlockCode.CONTESTED, "d1", "it was rolled back", AT))));

  @Test
  void whatWasRefusedAndWhatIsHeldBackIsNamed() {
    assertThat(Retries.of(state, Pace.DEFAULT).values())
        .containsExactlyInAnyOrder("denied", "api.contoso.com: it was rolled back");
    assertThat(Retries.of(TargetState.INITIAL, Pace.DEFAULT)).isEmpty();
  }

  @Test
  void eachIsFreedByItsHashAlone() {
    TargetState freed = Retries.lifted(state, new PlanHash(REFUSED));
    SortedMap<PlanHash, String> left = Retries.of(freed, Pace.DEFAULT);

    assertThat(left.values()).containsExactly("api.contoso.com: it was rolled back");
    assertThat(Retries.of(Retries.lifted(freed, left.firstKey()), Pace.DEFAULT)).isEmpty();
    assertThat(Retries.lifted(state, new PlanHash("f".repeat(16)))).isEqualTo(state);
  }
}
