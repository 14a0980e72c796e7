package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.model.HostName;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.reconcile.Order.Verb;
import dev.lockstep.reconcile.world.Crash;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a person orders is shown, confirmed by its hash, and then done exactly so. */
class OrdersTest {
  private static final String WHO = "a holder of the admin key";

  private final World world = published(new World());

  private static World published(World world) {
    world.azure().service().add("api.contoso.com");
    world.azure().service().add("old.contoso.com");
    return world.converge();
  }

  @Test
  void aHostNameIsRemovedThoughTheServiceListsItAndIsNotMadeAgain() {
    Order order = order(Verb.REMOVE, "old.contoso.com");

    assertThat(confirm(order)).isInstanceOf(OrderResult.Carried.class);
    world.run(Duration.ofMinutes(30)).signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(2));

    assertThat(document()).contains("api.contoso.com").doesNotContain("old.contoso.com");
    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(world.azure().zone().writes()).containsExactly("PUT api", "PUT old", "DELETE old");
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
    assertThat(world.reconciler().planNow(World.TARGET).warnings())
        .anyMatch(warning -> warning.code().equals("withdrawn"));
  }

  @Test
  void whatWasRemovedComesBackWhenItIsPublished() {
    confirm(order(Verb.REMOVE, "old.contoso.com"));
    world.run(Duration.ofMinutes(30));

    assertThat(confirm(order(Verb.PUBLISH, "old.contoso.com")))
        .isInstanceOf(OrderResult.Done.class);
    world.run(Duration.ofMinutes(30));

    assertThat(document()).contains("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isPresent();
  }

  @Test
  void aWholeBindingIsRemovedWithItsRecordSets() {
    Order all = new Order(Verb.REMOVE, Optional.empty(), Optional.of("contoso"));

    confirm(all);
    world.run(Duration.ofMinutes(30)).signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(document()).doesNotContain("api.contoso.com").doesNotContain("old.contoso.com");
    assertThat(world.remembered().holdings().owned().elements()).isEmpty();
    assertThat(world.azure().zone().addresses("api")).isEmpty();
  }

  @Test
  void aRemovalIsCarriedOutInModePlanToo() {
    world.mode(Mode.PLAN);

    confirm(order(Verb.REMOVE, "old.contoso.com"));
    world.run(Duration.ofMinutes(30));

    assertThat(document()).doesNotContain("old.contoso.com");
    assertThat(world.azure().zone().addresses("old")).isEmpty();
  }

  @Test
  void aReleasedHostNameStaysOnTheGatewayAndIsNotOurs() {
    String before = world.azure().gateway().document().path("properties").toString();
    int puts = world.azure().gateway().puts().size();

    assertThat(confirm(order(Verb.RELEASE, "old.contoso.com")))
        .isInstanceOf(OrderResult.Done.class);
    world.run(Duration.ofMinutes(30)).signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(world.azure().gateway().puts()).hasSize(puts);
    assertThat(world.azure().gateway().document().path("properties").toString()).isEqualTo(before);
    assertThat(world.remembered().holdings().owned().elements().values())
        .noneMatch(owned -> owned.host().equals(Optional.of(new HostName("old.contoso.com"))));
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Blocked");
  }

  @Test
  void whatWasReleasedIsAdoptedBack() {
    confirm(new Order(Verb.RELEASE, Optional.empty(), Optional.empty()));
    world.run(Duration.ofMinutes(5));
    assertThat(world.remembered().holdings().owned().elements()).isEmpty();

    confirm(new Order(Verb.ADOPT, Optional.empty(), Optional.empty()));
    world.run(Duration.ofMinutes(30));

    assertThat(world.remembered().holdings().owned().elements().values())
        .isNotEmpty()
        .allMatch(owned -> owned.adopted());
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void anOrderThatIsNotWhatWasShownDoesNothing() {
    Order order = order(Verb.RELEASE, "old.contoso.com");
    PlanHash shown = shown(order).hash();
    world.azure().service().remove("old.contoso.com");
    world.converge();

    OrderResult result = world.reconciler().carryOut(World.TARGET, order, shown, WHO);

    assertThat(result).isInstanceOf(OrderResult.Changed.class);
    PlanHash other = new PlanHash("f".repeat(16));
    Order remove = order(Verb.REMOVE, "api.contoso.com");
    assertThat(world.reconciler().carryOut(World.TARGET, remove, other, WHO))
        .isInstanceOf(OrderResult.Changed.class);
    world.run(Duration.ofMinutes(30));
    assertThat(document()).contains("api.contoso.com");
    assertThat(world.remembered().withdrawals().hosts()).isEmpty();
  }

  @Test
  void theJournalSaysWhoWantedIt() {
    confirm(order(Verb.RELEASE, "old.contoso.com"));

    assertThat(world.lastJournal())
        .contains("\"name\":\"release\"", "\"who\":\"" + WHO + "\"", "released 6 elements");
  }

  @Test
  void whileAChangeIsInFlightOrAnotherRunHasTheTargetAnOrderIsBusy() {
    Order order = order(Verb.RELEASE, "old.contoso.com");
    PlanHash shown = shown(order).hash();
    world.azure().service().moveTo("10.0.1.9");
    world.azure().service().add("more.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();

    assertThat(world.reconciler().carryOut(World.TARGET, order, shown, WHO))
        .isEqualTo(new OrderResult.Busy("a change is in flight"));
    world.run(Duration.ofMinutes(30)).otherWorkerTakesTheTarget();
    assertThat(world.reconciler().carryOut(World.TARGET, order, shown, WHO))
        .isInstanceOf(OrderResult.Busy.class);
  }

  @Test
  void aRefusedChangeIsTriedOnceMoreByItsHash() {
    world.azure().gateway().dropsOnFailure(true);
    world
        .azure()
        .gateway()
        .failNext(Errors.operationFailed("ApplicationGatewayKeyVaultSecretException"));
    world.azure().service().add("more.contoso.com");
    world.converge();
    int puts = world.azure().gateway().puts().size();
    PlanHash change = world.reconciler().heldBack(World.TARGET).firstKey();

    assertThat(world.reconciler().retry(World.TARGET, new PlanHash("f".repeat(16)), WHO))
        .isInstanceOf(Retries.Result.Unknown.class);
    assertThat(world.reconciler().retry(World.TARGET, change, WHO))
        .isInstanceOf(Retries.Result.Retried.class);
    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(puts + 1);
    assertThat(document()).contains("more.contoso.com");
    assertThat(world.reconciler().heldBack(World.TARGET)).isEmpty();
  }

  /** The process dies at each call; the person asks again, with what is shown then. */
  @TestFactory
  Stream<DynamicTest> aRemovalThatDiesIsDoneWhenThePersonAsksAgain() {
    return atEveryCall(
        order(Verb.REMOVE, "old.contoso.com"),
        survivor -> {
          assertThat(survivor.azure().gateway().document().toString())
              .contains("api.contoso.com")
              .doesNotContain("old.contoso.com");
          assertThat(survivor.azure().zone().addresses("old")).isEmpty();
          assertThat(survivor.azure().gateway().puts()).hasSize(2);
        });
  }

  @TestFactory
  Stream<DynamicTest> aReleaseThatDiesIsDoneWhenThePersonAsksAgain() {
    return atEveryCall(
        order(Verb.RELEASE, "old.contoso.com"),
        survivor -> {
          assertThat(survivor.azure().gateway().puts()).hasSize(1);
          assertThat(survivor.remembered().holdings().owned().elements()).hasSize(6);
        });
  }

  private static Stream<DynamicTest> atEveryCall(Order order, Consumer<World> wanted) {
    Fuse counter = Fuse.never();
    ask(published(new World()).restart(counter), order);
    List<DynamicTest> tests = new ArrayList<>();
    for (int call = 0; call < counter.calls().size(); call++) {
      Fuse fuse = Fuse.at(call, true);
      tests.add(
          DynamicTest.dynamicTest(
              "after " + call + " " + counter.calls().get(call),
              () -> {
                World dying = published(new World()).restart(fuse);
                assertThatThrownBy(() -> ask(dying, order)).isInstanceOf(Crash.class);
                dying.restart(Fuse.never()).run(Duration.ofMinutes(15));
                ask(dying.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15)), order);
                dying.run(Duration.ofMinutes(30));
                wanted.accept(dying);
                assertThat(dying.signals().messages()).isEmpty();
              }));
    }
    return tests.stream();
  }

  private static void ask(World world, Order order) {
    OrderResult shown = world.reconciler().propose(World.TARGET, order);
    Proposal proposal = ((OrderResult.Shown) shown).proposal();
    if (!proposal.isEmpty()) {
      world.reconciler().carryOut(World.TARGET, order, proposal.hash(), WHO);
    }
  }

  private OrderResult confirm(Order order) {
    return world.reconciler().carryOut(World.TARGET, order, shown(order).hash(), WHO);
  }

  private Proposal shown(Order order) {
    return ((OrderResult.Shown) world.reconciler().propose(World.TARGET, order)).proposal();
  }

  private String document() {
    return world.azure().gateway().document().toString();
  }

  private static Order order(Verb verb, String host) {
    return new Order(verb, Optional.of(new HostName(host)), Optional.empty());
  }
}
