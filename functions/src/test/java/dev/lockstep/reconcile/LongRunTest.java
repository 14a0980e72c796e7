package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run that takes longer than its lease keeps it, ends once, and is journaled. */
class LongRunTest {
  private final World world = new World();
  private int journaled;

  @BeforeEach
  void aHostNameIsServed() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    journaled = journals();
  }

  private int journals() {
    return world.journal().list(World.TARGET + "/", 1000).size();
  }

  /** Something happens before each read, writes of the state blob aside. */
  private void beforeEachRead(Consumer<World> act) {
    world.restart(
        world.process(
            Fuse.never(),
            call -> {
              if (call.equals("arm GET")) {
                act.accept(world);
              }
            }));
  }

  @Test
  void manySlowReadsAreOneRun() {
    beforeEachRead(
        w -> {
          w.time().advance(Duration.ofSeconds(16));
          assertThat(w.state().lease(World.TARGET + ".json")).isEmpty();
        });

    List<Outcome> before = world.outcomes();
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(world.outcomes()).hasSize(before.size() + 1);
    assertThat(world.outcomes().get(before.size())).isInstanceOf(Outcome.Converged.class);
    assertThat(journals()).isEqualTo(journaled + 1);
  }

  @Test
  void aServiceThatNeverAnswersIsWaitedForLongerAndLonger() {
    world
        .azure()
        .answerAlways(
            LongRunTest::readsTheService, new ArmAnswer.NoAnswer(true, "timed out after 60 s"));
    int[] asked = {0};
    beforeEachRead(w -> w.time().advance(Duration.ofSeconds(asked[0]++ % 4 == 1 ? 60 : 0)));

    int before = world.outcomes().size();
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));

    assertThat(world.outcomes().subList(before, world.outcomes().size()))
        .hasSizeLessThan(20)
        .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Waiting.class));
    assertThat(world.remembered().lastRun().orElseThrow().why()).contains("timed out");
  }

  @Test
  void aLeaseThatAnotherRunTookIsNotTakenBack() {
    long runs = world.remembered().runs();
    boolean[] taken = {false};
    beforeEachRead(
        w -> {
          if (!taken[0]) {
            taken[0] = true;
            w.time().advance(Duration.ofSeconds(61));
            w.otherWorkerTakesTheTarget();
          }
        });

    world.signal(Cause.Kind.DRIFT_CHECK);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    assertThat(world.remembered().runs()).isEqualTo(runs);
    assertThat(journals()).isEqualTo(journaled);
    assertThat(world.signals().messages()).isNotEmpty();
  }

  @Test
  void afterAReadThatHangsThereIsTimeForAWrite() {
    assertThat(ArmRequest.READ_TIMEOUT.plus(Pace.DEFAULT.leaseLeft()))
        .isLessThanOrEqualTo(Pace.DEFAULT.lease());
  }

  private static boolean readsTheService(ArmRequest request) {
    return request.method() == ArmRequest.Method.GET
        && request.path().startsWith(FakeAzure.SERVICE.value());
  }
}
