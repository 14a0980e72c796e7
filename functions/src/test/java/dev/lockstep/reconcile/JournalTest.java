package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.model.Mode;
import dev.lockstep.port.Blobs;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.Fuse;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every run leaves a record and one line. */
class JournalTest {
  private final World world = new World();

  @Test
  void aRunIsRecordedFromCauseToRequests() throws Exception {
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();

    JsonNode entry = new ObjectMapper().readTree(world.lastJournal());

    assertThat(entry.at("/trigger/cause/kind").asText()).isEqualTo("SERVICE_CHANGED");
    assertThat(entry.at("/plan/hash").asText()).hasSize(16);
    assertThat(entry.at("/outcome/name").asText()).isEqualTo("Applying");
    assertThat(entry.at("/arm/writes").asInt()).as("record, question, gateway").isEqualTo(3);
    assertThat(entry.at("/timingsMs/total").asInt()).isPositive();
    assertThat(entry.at("/nextLook").asText()).isNotEmpty();
  }

  @Test
  void aRunMakesOneLine() {
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);
    world.deliver();

    assertThat(world.log())
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.target()).isEqualTo(World.TARGET.value());
              assertThat(line.outcome()).isEqualTo("Applying");
              assertThat(line.armWrites()).isEqualTo(3);
              assertThat(line.changes()).isEqualTo(7);
            });
  }

  @Test
  void theJournalOfATargetIsBounded() {
    for (int i = 0; i < 540; i++) {
      world.signal(Cause.Kind.RESYNC).run(Duration.ofMinutes(15));
    }

    assertThat(world.journal().list("", 10_000)).hasSizeBetween(500, 525);
  }

  @Test
  void daysThatSayNothingNewPushOutNothingThatDoes() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    idle(96 * 6);

    List<String> records =
        world.journal().list("", 10_000).stream()
            .map(name -> world.journal().read(name).orElseThrow().content())
            .toList();
    assertThat(records).hasSizeLessThan(140);
    assertThat(records)
        .as("the record of the change, with who caused it and what it changed")
        .anyMatch(r -> r.contains("\"Applying\"") && r.contains("api.contoso.com"));
    assertThat(world.lastJournal()).as("the latest look").contains("\"Converged\"");
  }

  @Test
  void neitherDoDaysInWhichTheSamePlanWaitsForAWord() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    world.mode(Mode.PLAN);
    world.azure().service().add("more.contoso.com");
    idle(200);

    assertThat(world.journal().list("", 10_000)).hasSizeLessThan(140);
    assertThat(world.lastJournal()).contains("\"Planned\"");
  }

  @Test
  void aRunThatEndsOtherwiseThanTheOneBeforeIsKept() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    world.azure().answerOnce(request -> true, Errors.answer("agw.put.authorizationFailed.403"));
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    idle(150);

    assertThat(world.journal().list("", 10_000).stream())
        .anyMatch(
            name -> world.journal().read(name).orElseThrow().content().contains("\"Failed\""));
  }

  private void idle(int checks) {
    for (int i = 0; i < checks; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }
  }

  @Test
  void theBoundHoldsThoughProcessesDieWhileTheyTidyUp() {
    for (int i = 0; i < 160; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
      if (world.remembered().runs() % 25 == 24) {
        world.restart(Fuse.at(10 + i % 7, i % 2 == 0));
      }
    }
    world.restart(Fuse.never());
    for (int i = 0; i < 30; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.journal().list("", 10_000)).hasSizeBetween(100, 126);
  }

  @Test
  void whatIsOlderThanNinetyDaysGoes() {
    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofDays(91));
    for (int i = 0; i < 30; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(world.journal().list(World.TARGET + "/", 100)).hasSize(30);
  }

  @Test
  void aRunThatFailsOnAnUnreadableStateIsRecordedAndPushesNothingOut() {
    world.azure().service().add("api.contoso.com");
    world.converge();
    String state = World.TARGET + ".json";
    String content = world.state().read(state).orElseThrow().content();
    world
        .state()
        .write(
            state,
            content.replace("\"v\":1", "\"v\":2"),
            new Blobs.Condition.Always(),
            Optional.empty());
    idle(130);

    assertThat(world.lastJournal())
        .contains("\"Failed\"", "this version reads 1", "\"DRIFT_CHECK\"", "Deploy the version");
    assertThat(world.journal().list("", 10_000)).hasSizeBetween(100, 115);
    assertThat(world.journal().list("", 10_000).stream())
        .anyMatch(
            name -> world.journal().read(name).orElseThrow().content().contains("\"Applying\""));
  }

  @Test
  void aJournalThatCannotBeWrittenFailsNoRun() {
    world.azure().service().add("api.contoso.com");
    world.journal().failNext();
    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.log().get(0).why()).contains("not journaled");
  }

  @Test
  void poisonIsRecordedWithItsText() {
    world.reconciler().poisoned("not a message", new MessageMeta(world.time().instant(), 5));

    assertThat(world.journal().list("_unknown/", 10)).hasSize(1);
    assertThat(world.log())
        .singleElement()
        .satisfies(line -> assertThat(line.why()).contains("given up after 5 tries"));
  }
}
