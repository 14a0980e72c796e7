package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.trust.Authority;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A process is killed at every call of every port, before and after the call takes effect. Whatever
 * the moment, the world converges by redelivery and drift checks alone, with exactly the writes
 * that are wanted.
 */
class CrashTest {
  private static final Set<String> WRITES = Set.of("arm PUT", "arm POST", "state write", "send");

  @TestFactory
  Stream<DynamicTest> aHostNameIsAdded() {
    return atEveryCall(
        world -> {},
        world -> world.azure().service().add("api.contoso.com"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(1);
          assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
          assertThat(world.azure().zone().writes()).containsExactly("PUT api");
          assertThat(world.remembered().holdings().owned().elements()).hasSize(6);
        });
  }

  @TestFactory
  Stream<DynamicTest> aHostNameLeaves() {
    return atEveryCall(
        world -> {
          world.azure().service().add("api.contoso.com");
          world.azure().service().add("old.contoso.com");
        },
        world -> world.azure().service().remove("old.contoso.com"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(2);
          assertThat(world.azure().gateway().document().toString())
              .contains("api.contoso.com")
              .doesNotContain("old.contoso.com");
          assertThat(world.azure().zone().writes())
              .containsExactly("PUT api", "PUT old", "DELETE old");
          assertThat(world.remembered().agenda().deletions()).isEmpty();
        });
  }

  @TestFactory
  Stream<DynamicTest> theServiceMoves() {
    return atEveryWrite(
        world -> world.azure().service().add("api.contoso.com"),
        world -> world.azure().service().moveTo("10.0.1.9"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(1);
          assertThat(world.azure().zone().addresses("api")).contains(List.of("10.0.1.9"));
          assertThat(world.azure().zone().writes()).containsExactly("PUT api", "PUT api");
          assertRest(world, "Converged");
        });
  }

  /** A probe that no backend answers: the change is made, found to do harm, and taken back. */
  @TestFactory
  Stream<DynamicTest> aChangeThatHarmsIsTakenBack() {
    return atEveryWrite(
        world -> {
          world.azure().service().add("api.contoso.com");
          world
              .azure()
              .health((pool, doc) -> doc.toString().contains("/bad") ? "Unhealthy" : "Healthy");
        },
        world -> world.run(Duration.ofMinutes(10)).probePath("/bad"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(3);
          assertThat(world.azure().gateway().document().toString()).doesNotContain("/bad");
          assertThat(world.remembered().aftercare().reversal()).isEmpty();
          assertThat(world.remembered().aftercare().watch()).isEmpty();
          assertRest(world, "Blocked");
        });
  }

  @TestFactory
  Stream<DynamicTest> aGatewayThatWasLeftFailedIsRestored() {
    return atEveryWrite(
        world -> world.azure().service().add("api.contoso.com"),
        world -> {
          world.azure().service().add("bad.contoso.com");
          world
              .azure()
              .gateway()
              .failNext(Errors.body("agw.put.keyVaultDenied.asyncOperation.200"));
        },
        world -> {
          // The fake refuses once. Who died before the operation was noted cannot know why it
          // failed, and tries again; who knows does not.
          boolean again = world.azure().gateway().puts().size() == 4;
          String document = world.azure().gateway().document().toString();
          assertThat(world.azure().gateway().puts()).hasSizeBetween(3, 4);
          assertThat(document).contains("api.contoso.com", "\"provisioningState\":\"Succeeded\"");
          assertThat(document.contains("bad.contoso.com")).isEqualTo(again);
          assertRest(world, again ? "Converged" : "Failed");
        });
  }

  @TestFactory
  Stream<DynamicTest> aGatewayThatGoesByAnOldNameIsNudged() {
    return atEveryWrite(
        world -> {
          world.azure().service().add("api.contoso.com");
          world
              .azure()
              .health(
                  (pool, doc) -> pool.contains("api") && isStale(world) ? "Unhealthy" : "Healthy");
        },
        world -> world.azure().service().moveTo("10.0.1.9"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(2);
          assertThat(world.azure().gateway().redundantPuts()).isEqualTo(1);
          assertRest(world, "Converged");
        });
  }

  @TestFactory
  Stream<DynamicTest> aCertificateIsRenewedUnderANewRoot() {
    return beforeEveryWrite(
        world -> serve(world, RolloverWorld.OLD),
        world -> renew(world, RolloverWorld.NEW),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(3);
          assertThat(world.azure().gateway().redundantPuts()).isZero();
          assertThat(world.azure().gateway().document().toString())
              .contains(RolloverWorld.NEW.certificate().der())
              .doesNotContain(RolloverWorld.OLD.certificate().der());
          assertThat(world.remembered().renewals().open()).isEmpty();
          assertRest(world, "Converged");
        });
  }

  @TestFactory
  Stream<DynamicTest> aCertificateIsRenewedUnderTheSameRoot() {
    return beforeEveryWrite(
        world -> serve(world, RolloverWorld.OLD),
        world -> renew(world, RolloverWorld.OLD),
        world -> {
          String host = RolloverWorld.HOST;
          assertThat(world.azure().gateway().puts()).hasSize(2);
          assertThat(world.azure().gateway().redundantPuts()).isEqualTo(1);
          assertThat(world.azure().certificates().served(host))
              .isEqualTo(world.azure().certificates().presented(host));
          assertThat(world.remembered().aftercare().nudges().count()).isEqualTo(1);
          assertThat(world.remembered().renewals().open()).isEmpty();
          assertRest(world, "Converged");
        });
  }

  private static void serve(World world, Authority authority) {
    world.azure().service().add(RolloverWorld.HOST);
    issue(world, authority);
    world.azure().certificates().serviceFollows(RolloverWorld.HOST);
    world.trust(RolloverWorld.CHAIN);
  }

  /** The service follows three minutes later. */
  private static void renew(World world, Authority authority) {
    issue(world, authority);
    world.azure().certificates().serviceFollowsAfter(RolloverWorld.HOST, Duration.ofMinutes(3));
  }

  private static void issue(World world, Authority authority) {
    world
        .azure()
        .certificates()
        .renew(RolloverWorld.HOST, authority.leaf(RolloverWorld.HOST), authority.certificate());
  }

  private static boolean isStale(World world) {
    return world.azure().zone().addresses("api").equals(Optional.of(List.of("10.0.1.9")))
        && world.azure().gateway().puts().size() < 2;
  }

  /** Crash after crash: every process dies after some calls, the last one lives. */
  @TestFactory
  Stream<DynamicTest> processesDieOneAfterTheOther() {
    return IntStream.range(0, 40)
        .mapToObj(
            seed ->
                DynamicTest.dynamicTest(
                    "seed " + seed,
                    () -> {
                      SplittableRandom random = new SplittableRandom(seed);
                      World world = new World();
                      world.azure().service().add("api.contoso.com");
                      world.signal(Cause.Kind.SERVICE_CHANGED);
                      for (int crash = 0; crash < 4; crash++) {
                        world.restart(Fuse.at(random.nextInt(40), random.nextBoolean()));
                        world.run(Duration.ofMinutes(11)).signal(Cause.Kind.DRIFT_CHECK);
                      }
                      world.restart(Fuse.never());
                      rest(world);

                      assertThat(world.azure().gateway().puts()).hasSize(1);
                      assertThat(world.azure().zone().writes()).containsExactly("PUT api");
                      assertRest(world, "Converged");
                    }));
  }

  private static Stream<DynamicTest> atEveryCall(
      Consumer<World> before, Consumer<World> change, Consumer<World> wanted) {
    return at(
        call -> true,
        before,
        change,
        world -> {
          wanted.accept(world);
          assertRest(world, "Converged");
        });
  }

  /** Where nothing lasting lies between two moments, one of them is enough. */
  private static Stream<DynamicTest> atEveryWrite(
      Consumer<World> before, Consumer<World> change, Consumer<World> wanted) {
    return at(WRITES::contains, before, change, wanted);
  }

  /** The moment after a write is the one before the next, but for reads. */
  private static Stream<DynamicTest> beforeEveryWrite(
      Consumer<World> before, Consumer<World> change, Consumer<World> wanted) {
    return at(WRITES::contains, before, change, wanted)
        .filter(test -> test.getDisplayName().startsWith("before"));
  }

  private static Stream<DynamicTest> at(
      Predicate<String> which,
      Consumer<World> before,
      Consumer<World> change,
      Consumer<World> wanted) {
    Fuse counter = Fuse.never();
    changed(before, change, counter).run(Duration.ofMinutes(8));
    List<DynamicTest> tests = new ArrayList<>();
    for (int call = 0; call < counter.calls().size(); call++) {
      if (!which.test(counter.calls().get(call))) {
        continue;
      }
      for (boolean after : new boolean[] {false, true}) {
        Fuse fuse = Fuse.at(call, after);
        String name = (after ? "after " : "before ") + call + " " + counter.calls().get(call);
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  World world = changed(before, change, fuse);
                  rest(world);
                  assertThat(fuse.isDead()).isTrue();
                  wanted.accept(world);
                }));
      }
    }
    return tests.stream();
  }

  /** Lays the world and changes it; the process that is signalled has this fuse. */
  private static World changed(Consumer<World> before, Consumer<World> change, Fuse fuse) {
    World world = new World();
    before.accept(world);
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(5));
    change.accept(world);
    return world.restart(fuse).signal(Cause.Kind.SERVICE_CHANGED);
  }

  /** Half an hour with nothing but the timer. */
  private static void rest(World world) {
    world.run(Duration.ofMinutes(15)).signal(Cause.Kind.DRIFT_CHECK);
    world.run(Duration.ofMinutes(15)).signal(Cause.Kind.DRIFT_CHECK);
    world.run(Duration.ofMinutes(15));
  }

  private static void assertRest(World world, String outcome) {
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertThat(world.remembered().agenda().wake()).isEmpty();
    assertThat(world.remembered().lastRun().map(run -> run.outcome()))
        .isEqualTo(Optional.of(outcome));
    assertThat(world.signals().messages()).isEmpty();
  }
}
