package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
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
    return atEveryCall(
        world -> world.azure().service().add("api.contoso.com"),
        world -> world.azure().service().moveTo("10.0.1.9"),
        world -> {
          assertThat(world.azure().gateway().puts()).hasSize(1);
          assertThat(world.azure().zone().addresses("api")).contains(List.of("10.0.1.9"));
          assertThat(world.azure().zone().writes()).containsExactly("PUT api", "PUT api");
        });
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
                      Random random = new Random(seed);
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
                      assertRest(world);
                    }));
  }

  private static Stream<DynamicTest> atEveryCall(
      Consumer<World> before, Consumer<World> change, Consumer<World> wanted) {
    Fuse counter = Fuse.never();
    changed(before, change, counter).run(Duration.ofMinutes(8));
    List<DynamicTest> tests = new ArrayList<>();
    for (int call = 0; call < counter.calls().size(); call++) {
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
                  assertRest(world);
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

  private static void assertRest(World world) {
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertThat(world.remembered().agenda().wake()).isEmpty();
    assertThat(world.remembered().lastRun().map(run -> run.outcome()))
        .isEqualTo(Optional.of("Converged"));
    assertThat(world.signals().messages()).isEmpty();
  }
}
