package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.model.FreezeWindow;
import dev.lockstep.model.Mode;
import dev.lockstep.port.Alarm;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A window that begins while something is under way: nothing is written in it. */
class FreezeBeginsTest {
  private static final String GOOD = "/status-0123456789abcdef";
  private static final String BAD = "/wrong";

  private final World world = new World();
  private Instant end = Instant.MAX;

  @BeforeEach
  void aHostNameIsServed() {
    world.azure().service().add("api.contoso.com");
    world
        .azure()
        .health(
            (pool, document) ->
                pool.startsWith("ls-") && document.toString().contains(BAD)
                    ? "Unhealthy"
                    : "Healthy");
    world.converge();
  }

  /** The first binding is frozen for two hours. */
  private void freezeFrom(Instant begin) {
    ZonedDateTime at = begin.atZone(ZoneOffset.UTC);
    String cron = at.getSecond() + " " + at.getMinute() + " " + at.getHour() + " * * *";
    world.frozen(new FreezeWindow(cron, Duration.ofHours(2), ZoneOffset.UTC));
    end = begin.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofHours(2));
  }

  private void freezeNow() {
    freezeFrom(world.time().instant());
  }

  private void sendTheChangeThatBreaksTheBackend() {
    int before = puts();
    world.probePath(BAD).signal(Cause.Kind.DRIFT_CHECK);
    while (puts() == before) {
      world.run(Duration.ofSeconds(1));
    }
  }

  @Test
  void aRollbackWaitsForTheThawAndPersonsAreToldHourly() {
    sendTheChangeThatBreaksTheBackend();
    freezeNow();
    int before = puts();

    world.run(Duration.between(world.time().instant(), end).minusMinutes(1));

    assertThat(puts()).isEqualTo(before);
    assertThat(world.remembered().agenda().wake().orElseThrow().dueAt()).isEqualTo(end);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Waiting");
    assertThat(told())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.message())
                  .contains("api.contoso.com were healthy before", "contoso is frozen")
                  .contains("until " + end);
              assertThat(alarm.remedy()).contains("shorten the freeze window", "resync");
            });
    for (int i = 0; i < 3; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofSeconds(1));
    }
    assertThat(told()).hasSize(2);
    assertThat(puts()).isEqualTo(before);

    world.run(Duration.ofMinutes(10));
    assertThat(puts()).isEqualTo(before + 1);
    assertThat(probePaths()).containsOnly(GOOD);
    assertThat(world.outcomes()).anyMatch(Outcome.RolledBack.class::isInstance);
  }

  @Test
  void aPersonWhoTakesTheWindowOutHasItTakenBackAtOnce() {
    sendTheChangeThatBreaksTheBackend();
    freezeNow();
    world.run(Duration.ofMinutes(10));

    world.frozen().signal(Cause.Kind.RESYNC).run(Duration.ofMinutes(5));

    assertThat(probePaths()).containsOnly(GOOD);
  }

  @Test
  void whatLeftTheGatewayFailedIsPutBackAfterTheThaw() {
    world.azure().gateway().failNext(Errors.operationFailed("SomeRefusal"));
    world.azure().service().add("bad.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
    freezeNow();
    int before = puts();

    world.run(Duration.ofMinutes(100));
    assertThat(puts()).isEqualTo(before);
    assertThat(state()).isEqualTo("Failed");
    assertThat(told()).isNotEmpty();

    world.run(Duration.ofMinutes(30));
    assertThat(puts()).isEqualTo(before + 1);
    assertThat(state()).isEqualTo("Succeeded");
    assertThat(world.azure().gateway().document().toString()).doesNotContain("bad.contoso.com");
  }

  @Test
  void whatIsTakenBackOfANeighbourIsNotHeld() {
    world.neighbour(Mode.APPLY);
    world.azure().neighbour().add("other.contoso.com");
    world.converge();
    freezeNow();
    world
        .azure()
        .health(
            (pool, document) ->
                pool.contains("other") && document.toString().contains(BAD)
                    ? "Unhealthy"
                    : "Healthy");

    world.probePath(BAD).converge();

    assertThat(told()).isEmpty();
    assertThat(probePaths()).containsOnly(GOOD);
    assertThat(world.outcomes()).anyMatch(Outcome.RolledBack.class::isInstance);
  }

  @Test
  void aWindowThatBeginsWhileARunLooksHoldsItsWrites() {
    world.azure().service().add("new.contoso.com");
    Instant begin = world.time().instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(10);
    freezeFrom(begin);
    List<Instant> sent = new ArrayList<>();
    world.restart(
        world.process(
            Fuse.never(),
            call -> {
              if (call.equals("arm GET")) {
                world.time().advance(Duration.ofSeconds(5));
              }
              if (call.equals("arm PUT")) {
                sent.add(world.time().instant());
              }
            }));
    int before = puts();

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(1));

    assertThat(sent).allSatisfy(at -> assertThat(at).isBefore(begin));
    assertThat(puts()).isEqualTo(before);
    assertThat(world.remembered().flight().inFlight()).isEmpty();

    world.restart(Fuse.never()).run(Duration.ofHours(2));
    assertThat(puts()).isEqualTo(before + 1);
    assertThat(world.azure().gateway().document().toString()).contains("new.contoso.com");
  }

  private List<Alarm> told() {
    return world.alarms().stream().filter(a -> a.code().equals("reversalFrozen")).toList();
  }

  private List<String> probePaths() {
    return world
        .azure()
        .gateway()
        .document()
        .path("properties")
        .path("probes")
        .findValuesAsText("path");
  }

  private String state() {
    return world.azure().gateway().document().at("/properties/provisioningState").asText();
  }

  private int puts() {
    return world.azure().gateway().puts().size();
  }
}
