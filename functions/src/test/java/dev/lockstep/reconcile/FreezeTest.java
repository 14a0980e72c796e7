package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A frozen binding is changed by nothing and nobody, and at the end of the window at once. */
class FreezeTest {
  private final World world = new World();
  private final Instant end =
      world.time().instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(30));

  private void freeze(Duration before) {
    var begin = end.minus(before).atZone(ZoneOffset.UTC);
    String cron =
        "0 0 " + begin.getHour() + " " + begin.getDayOfMonth() + " " + begin.getMonthValue() + " *";
    world.frozen(new FreezeWindow(cron, before, ZoneOffset.UTC));
  }

  @Test
  void itsChangesWaitForTheEndOfTheWindowWithOneWakeAndNoPolling() {
    freeze(Duration.ofHours(40));
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.DRIFT_CHECK).deliver();
    int requests = world.azure().requests().size();

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Waiting");
    assertThat(world.remembered().agenda().wake().orElseThrow().dueAt()).isEqualTo(end);
    world.run(Duration.between(world.time().instant(), end).minusMinutes(1));
    assertThat(world.azure().requests()).hasSize(requests);
    assertThat(world.azure().gateway().puts()).isEmpty();

    world.run(Duration.ofMinutes(10));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aRemovalThatWasConfirmedInItIsMadeAtItsEnd(Mode mode) {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("old.contoso.com");
    world.converge();
    world.mode(mode);
    freeze(Duration.ofHours(40));
    Order order =
        new Order(
            Order.Verb.REMOVE, Optional.of(new HostName("old.contoso.com")), Optional.empty());
    Proposal shown =
        ((OrderResult.Shown) world.reconciler().propose(World.TARGET, order)).proposal();
    assertThat(shown.isEmpty()).as("there is something to confirm").isFalse();

    OrderResult answer =
        world.reconciler().carryOut(World.TARGET, order, shown.hash(), "a holder of the admin key");
    world.run(Duration.between(world.time().instant(), end).minusMinutes(1));

    assertThat(((OrderResult.Carried) answer).outcome())
        .isInstanceOfSatisfying(
            Outcome.Waiting.class,
            waits -> assertThat(waits.why()).contains("frozen until " + end));
    assertThat(world.remembered().withdrawals().hosts())
        .containsOnlyKeys(new HostName("old.contoso.com"));
    assertThat(world.azure().gateway().puts()).hasSize(1);

    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().document().toString())
        .doesNotContain("old.contoso.com")
        .contains("api.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void aRemovalOfWhatIsNotOursIsNothingAndIsNotRemembered() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    freeze(Duration.ofHours(40));
    Order order =
        new Order(
            Order.Verb.REMOVE, Optional.of(new HostName("typo.contoso.com")), Optional.empty());
    Proposal shown =
        ((OrderResult.Shown) world.reconciler().propose(World.TARGET, order)).proposal();

    world.reconciler().carryOut(World.TARGET, order, shown.hash(), "somebody");

    assertThat(shown.isEmpty()).isTrue();
    assertThat(world.remembered().withdrawals().hosts()).isEmpty();
  }

  @Test
  void noWordOfAPersonLiftsIt() {
    freeze(Duration.ofHours(40));
    world.azure().service().add("api.contoso.com");

    var plan = world.reconciler().planNow(World.TARGET);
    world.reconciler().apply(World.TARGET, plan.hash(), "somebody");
    world.run(Duration.ofHours(1));

    assertThat(plan.blocked())
        .singleElement()
        .satisfies(b -> assertThat(b.reason()).contains("7 changes wait"));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  @Test
  void neighboursOnTheGatewayGoOn() {
    freeze(Duration.ofHours(40));
    world.neighbour(Mode.APPLY);
    world.azure().service().add("api.contoso.com");
    world.azure().neighbour().add("other.contoso.com");

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(world.azure().gateway().document().toString())
        .contains("other.contoso.com")
        .doesNotContain("api.contoso.com");
    assertThat(world.remembered().agenda().wake().orElseThrow().dueAt()).isEqualTo(end);
  }

  @Test
  void aWindowLongerThanAMessageMayHideIsLookedAtOnTheWay() {
    freeze(Duration.ofHours(40));
    world.frozen(new FreezeWindow("0 0 0 * * *", Duration.ofDays(31), ZoneOffset.UTC));
    world.azure().service().add("api.contoso.com");

    world.signal(Cause.Kind.DRIFT_CHECK).deliver();

    assertThat(world.remembered().agenda().wake().orElseThrow().dueAt())
        .isBetween(
            world.time().instant().plus(Duration.ofDays(5)),
            world.time().instant().plus(Duration.ofDays(7)));
  }

  @Test
  void nothingToChangeNeedsNoWake() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    freeze(Duration.ofHours(40));

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(5));

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.remembered().agenda().wake()).isEmpty();
  }
}
