package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
    assertThat(Retries.of(state, Pace.DEFAULT, AT).values())
        .containsExactlyInAnyOrder("denied", "api.contoso.com: it was rolled back");
    assertThat(Retries.of(TargetState.INITIAL, Pace.DEFAULT, AT)).isEmpty();
  }

  @Test
  void whatIsUndoneNowAndThenIsHeldBackByNobodyAndNotShown() {
    World world = new World();
    world.azure().service().add("api.contoso.com");
    world.converge();
    for (int i = 0; i < 3; i++) {
      world.azure().gateway().edit(RetriesTest::otherProbePath);
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofDays(7));
    }

    assertThat(world.azure().gateway().puts()).hasSize(4);
    assertThat(world.reconciler().heldBack(World.TARGET)).isEmpty();
  }

  private static ObjectNode otherProbePath(ObjectNode document) {
    for (JsonNode probe : document.path("properties").path("probes")) {
      if (probe.toString().contains("/status-0123456789abcdef")) {
        ((ObjectNode) probe.path("properties")).put("path", "/changed-by-hand");
      }
    }
    return document;
  }

  @Test
  void whatTookEffectThreeTimesInARowWithinTheHourIsNamed() {
    Flight thrice = Flight.NONE;
    for (int i = 0; i < 3; i++) {
      thrice = thrice.landing(new Flight.Landed(REFUSED, AT, AT, Optional.empty()));
    }
    TargetState undone = TargetState.INITIAL.with(thrice);

    assertThat(Retries.of(undone, Pace.DEFAULT, AT.plusSeconds(60)))
        .containsExactly(entry(new PlanHash(REFUSED), "undone by somebody else 3 times lately"));
    assertThat(Retries.of(undone, Pace.DEFAULT, AT.plus(Duration.ofHours(2)))).isEmpty();
    TargetState other =
        undone.with(thrice.landing(new Flight.Landed("f".repeat(16), AT, AT, Optional.empty())));
    assertThat(Retries.of(other, Pace.DEFAULT, AT.plusSeconds(60))).isEmpty();
  }

  @Test
  void eachIsFreedByItsHashAlone() {
    TargetState freed = Retries.lifted(state, new PlanHash(REFUSED));
    SortedMap<PlanHash, String> left = Retries.of(freed, Pace.DEFAULT, AT);

    assertThat(left.values()).containsExactly("api.contoso.com: it was rolled back");
    assertThat(Retries.of(Retries.lifted(freed, left.firstKey()), Pace.DEFAULT, AT)).isEmpty();
    assertThat(Retries.lifted(state, new PlanHash("f".repeat(16)))).isEqualTo(state);
  }
}
