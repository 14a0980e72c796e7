package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.Blobs;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals, wakes and echoes (design 5.1), seen from outside. */
class QueueTest {
  private final World world = new World();

  @Test
  void aStormOfSignalsMakesOnePutAndFewRuns() {
    world.azure().service().add("api.contoso.com");
    for (int i = 0; i < 500; i++) {
      world.signal(Cause.Kind.SERVICE_CHANGED);
    }

    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.signals().messages()).isEmpty();
    assertThat(runs()).isLessThan(12);
  }

  @Test
  void signalsThatKeepComingFoldIntoARunEverySevenSeconds() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    int before = runs();
    world.azure().service().add("portal.contoso.com");
    for (int i = 0; i < 120; i++) {
      world.signal(Cause.Kind.RECORD_CHANGED).run(Duration.ofMillis(500));
    }

    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(2);
    assertThat(world.signals().messages()).isEmpty();
    assertThat(runs() - before).isLessThan(20);
  }

  @Test
  void aPersonIsNotKeptWaitingByALookOfAMomentAgo() {
    world.azure().service().add("api.contoso.com");
    world.converge().signal(Cause.Kind.RECORD_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Converged.class);

    world.signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    world.signal(Cause.Kind.RESYNC);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Converged.class);
  }

  @Test
  void aSignalThatFindsAChangeInFlightIsDropped() {
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Applying.class);

    world.signal(Cause.Kind.GATEWAY_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    assertThat(world.signals().messages()).singleElement().isInstanceOf(Message.Wake.class);
  }

  @Test
  void atMostOneChainOfWakesLives() {
    world.azure().service().is("Updating");
    for (int i = 0; i < 5; i++) {
      world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(8));
    }
    int before = runs();

    world.run(Duration.ofMinutes(5));

    // One chain of waits that have grown to five minutes: two looks at most, not two for each
    // signal.
    assertThat(runs() - before).isBetween(1, 2);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 20, -20})
  void anOverdueWakeIsTakenOverUnderANewIdWhateverTheClocksOfWorkersSay(long minutesBehind) {
    world.clocksBehind(Duration.ofMinutes(minutesBehind));
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();
    Message lost = world.signals().messages().get(0);
    world.signals().receive(Duration.ZERO);
    world.time().advance(Duration.ofSeconds(75));
    world.signals().delete(world.signals().receive(Duration.ofDays(1)).orElseThrow());

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(5));

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().flight().inFlight()).isEmpty();
    world.signals().send(lost, Duration.ZERO);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
  }

  @Test
  void aMessageThatFindsTheTargetLockedComesBack() {
    world.azure().service().add("api.contoso.com");
    Blobs.Lease lease = world.state().lease(World.TARGET + ".json").orElseThrow();
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Skipped.class);
    assertThat(world.azure().requests()).isEmpty();

    lease.close();
    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aSignalWithoutEffectIsFollowedByThreeLooksAndThenByNone() {
    world.signal(Cause.Kind.SERVICE_CHANGED);
    Instant start = world.time().instant();

    world.run(Duration.ofHours(24));

    assertThat(world.log()).hasSize(4);
    assertThat(world.azure().requests()).noneMatch(request -> request.startsWith("PUT"));
    assertThat(lookTimes(start)).containsExactly(0L, 30L, 120L, 600L);
  }

  @Test
  void anEffectThatComesAfterItsEventIsFoundByAnEcho() {
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(50));
    world.azure().service().add("api.contoso.com");

    world.run(Duration.ofMinutes(2));

    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aDriftCheckWithoutFindingCausesNoRunOfOurOwn() {
    for (int i = 0; i < 96; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.log()).hasSize(96);
    assertThat(world.azure().requests()).allMatch(request -> request.startsWith("GET"));
  }

  @Test
  void waitsGrowFromHalfAMinuteToFive() {
    world.azure().service().is("Updating");
    Instant start = world.time().instant();

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(21));

    assertThat(lookTimes(start)).containsExactly(0L, 30L, 90L, 210L, 450L, 750L, 1050L);
    world.azure().service().is("Succeeded");
    world.azure().service().add("api.contoso.com");
    world.run(Duration.ofMinutes(10));
    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void storageThatFailsBringsTheMessageBack() {
    world.azure().service().add("api.contoso.com");
    world.state().failNext();
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).isEmpty();
    world.run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aMessageForATargetThatNoBindingNamesIsSkipped() {
    Message stray = new Message.Wake(new dev.lockstep.model.TargetId("agw-gone-00000000"), "w1");

    Outcome outcome =
        world.process(Fuse.never()).run(stray, new MessageMeta(world.time().instant(), 1));

    assertThat(outcome).isEqualTo(new Outcome.Skipped("no binding names this target"));
  }

  private int runs() {
    return (int) world.log().stream().filter(run -> !run.outcome().equals("Skipped")).count();
  }

  /** Seconds from the start to each run, by the journal, to the nearest ten. */
  private List<Long> lookTimes(Instant start) {
    return world.journal().list(World.TARGET + "/", 100).stream()
        .map(name -> (Duration.between(start, world.journalAt(name)).toSeconds() + 5) / 10 * 10)
        .toList();
  }
}
