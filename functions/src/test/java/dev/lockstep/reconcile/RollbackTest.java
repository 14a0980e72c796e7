package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.PlanHash;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that makes healthy backends unhealthy is taken back, and not tried again (5.8). */
class RollbackTest {
  private static final String GOOD = "/status-0123456789abcdef";
  private static final String BAD = "/wrong";

  private final World world = new World();

  @BeforeEach
  void aHostNameIsServed() {
    world.azure().service().add("api.contoso.com");
    world.azure().health(RollbackTest::unlessAskedForTheWrongPath);
    world.converge();
  }

  @Test
  void theProbeThatBrokeTheBackendIsPutBack() {
    world.probePath(BAD).converge();

    assertThat(puts()).isEqualTo(3);
    assertThat(probePaths()).containsOnly(GOOD);
    assertThat(world.outcomes()).anyMatch(Outcome.RolledBack.class::isInstance);
    assertThat(journals()).anyMatch(text -> text.contains("\"errand\":\"rollback\""));
  }

  @Test
  void theSameIsNotTriedAgainForADayByDriftChecksOrEvents() {
    world.probePath(BAD).converge();

    for (int i = 0; i < 96; i++) {
      world
          .signal(i % 5 == 0 ? Cause.Kind.GATEWAY_CHANGED : Cause.Kind.DRIFT_CHECK)
          .run(Duration.ofMinutes(15));
    }

    assertThat(puts()).isEqualTo(3);
    Outcome last = world.outcomes().get(world.outcomes().size() - 1);
    assertThat(((Outcome.Blocked) last).reasons())
        .singleElement()
        .satisfies(
            blocked -> {
              assertThat(blocked.code()).isEqualTo(BlockCode.ROLLED_BACK);
              assertThat(blocked.host()).contains(new HostName("api.contoso.com"));
              assertThat(blocked.remedy()).contains("resync with retry=", " or apply=");
            });
  }

  @Test
  void whatCouldNotBeTakenBackIsNotSaidToBe() {
    world.probePath(BAD).signal(Cause.Kind.DRIFT_CHECK);
    while (puts() == 1) {
      world.run(Duration.ofSeconds(1));
    }
    world
        .azure()
        .answerAlways(
            r -> r.method() == ArmRequest.Method.PUT,
            Errors.answer("agw.put.danglingReference.400"));

    for (int i = 0; i < 6; i++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(15));
    }

    assertThat(probePaths()).containsOnly(BAD);
    assertThat(world.reconciler().planNow(World.TARGET).blocked())
        .singleElement()
        .satisfies(
            blocked ->
                assertThat(blocked.reason())
                    .contains("could not be taken back, and stands", "tried 3 times")
                    .doesNotContain("was taken back"));
    assertThat(world.alarms())
        .filteredOn(alarm -> alarm.code().equals("notTakenBack"))
        .singleElement()
        .satisfies(alarm -> assertThat(alarm.message()).contains("api.contoso.com"));
  }

  @Test
  void anotherHostNameIsPublishedMeanwhile() {
    world.probePath(BAD).converge();
    world.azure().health((pool, document) -> "Healthy");

    world.azure().service().add("more.contoso.com");
    world.converge();

    assertThat(puts()).isEqualTo(4);
    assertThat(world.azure().gateway().document().toString()).contains("more.contoso.com");
    assertThat(probePaths()).containsExactlyInAnyOrder(GOOD, BAD);
  }

  @Test
  void whatDiffersFromWhatWasTakenBackIsTried() {
    world.probePath(BAD).converge();

    world.probePath("/other").converge();

    assertThat(probePaths()).containsOnly("/other");
    assertThat(world.remembered().aftercare().heldBack().hosts()).isEmpty();
    assertThat(lastOutcome()).isEqualTo("Converged");
  }

  @Test
  void aPersonMayHaveItAllTheSame() {
    world.probePath(BAD).converge();
    String remedy = world.reconciler().planNow(World.TARGET).blocked().get(0).remedy();
    String hash = remedy.substring(remedy.indexOf("apply=") + 6);
    world.azure().health((pool, document) -> "Healthy");

    world.reconciler().apply(World.TARGET, new PlanHash(hash), "operator");
    world.run(Duration.ofMinutes(20));

    assertThat(probePaths()).containsOnly(BAD);
    assertThat(lastOutcome()).isEqualTo("Converged");
  }

  @Test
  void aPersonMayTryTheOneChangeOnceMore() {
    world.probePath(BAD).converge();
    SortedMap<PlanHash, String> held =
        ((Retries.Result.Unknown)
                world
                    .reconciler()
                    .retry(World.TARGET, new PlanHash("0000000000000000"), "operator"))
            .heldBack();
    assertThat(held.values()).singleElement().asString().contains("was taken back");
    world.azure().health((pool, document) -> "Healthy");

    world.reconciler().retry(World.TARGET, held.firstKey(), "operator");
    world.run(Duration.ofMinutes(20));

    assertThat(probePaths()).containsOnly(BAD);
    assertThat(lastOutcome()).isEqualTo("Converged");
  }

  @Test
  void aBackendThatWasUnhealthyBeforeIsNoReasonToTakeAnythingBack() {
    world.azure().health((pool, document) -> "Unhealthy");

    world.probePath(BAD).converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(probePaths()).containsOnly(BAD);
  }

  @Test
  void unknownIsNoReasonToTakeAnythingBack() {
    world
        .azure()
        .health((pool, document) -> document.toString().contains(BAD) ? "Unknown" : "Healthy");

    world.probePath(BAD).converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(probePaths()).containsOnly(BAD);
    assertThat(journals()).anyMatch(text -> text.contains("not healthy after the change"));
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void oneUnhealthyAnswerIsNoReasonToTakeAnythingBack() {
    int[] asked = {0};
    world
        .azure()
        .health(
            (pool, document) ->
                document.toString().contains(BAD) && pool.contains("api") && asked[0]++ == 0
                    ? "Unhealthy"
                    : "Healthy");

    world.probePath(BAD).converge();

    assertThat(asked[0]).isGreaterThan(1);
    assertThat(puts()).isEqualTo(2);
    assertThat(probePaths()).containsOnly(BAD);
  }

  @Test
  void aForeignBackendThatFallsIllIsNotJudged() {
    world
        .azure()
        .health(
            (pool, document) ->
                pool.contains("fabrikam") && document.toString().contains("/fine")
                    ? "Unhealthy"
                    : "Healthy");

    world.probePath("/fine").converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(probePaths()).containsOnly("/fine");
  }

  @Test
  void aNewHostNameThatNeverGetsHealthyStays() {
    world.azure().health((pool, doc) -> pool.contains("new") ? "Unhealthy" : "Healthy");

    world.azure().service().add("new.contoso.com");
    world.converge();

    assertThat(puts()).isEqualTo(2);
    assertThat(world.azure().gateway().document().toString()).contains("new.contoso.com");
  }

  @Test
  void whatAColleagueDidSinceIsKept() {
    world.probePath(BAD).signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(75));
    assertThat(puts()).isEqualTo(2);
    world.azure().gateway().edit(RollbackTest::tagged);

    world.run(Duration.ofMinutes(10));

    assertThat(probePaths()).containsOnly(GOOD);
    assertThat(world.azure().gateway().document().path("tags").path("touched").asText())
        .isEqualTo("by a colleague");
    assertThat(world.azure().gateway().document().toString()).contains("keep me");
  }

  @Test
  void onlyTheHostNameThatGotWorseIsTakenBack() {
    world.azure().service().add("more.contoso.com");
    world.converge();
    world
        .azure()
        .health(
            (pool, document) ->
                pool.contains("api") && probePath(document, "api").equals(BAD)
                    ? "Unhealthy"
                    : "Healthy");

    world.probePath(BAD).converge();

    assertThat(probePath(world.azure().gateway().document(), "api")).isEqualTo(GOOD);
    assertThat(probePath(world.azure().gateway().document(), "more")).isEqualTo(BAD);
  }

  @Test
  void aFirstPublicationDoesNotWaitForHealth() {
    world.run(Duration.ofHours(1));
    world.azure().service().add("new.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Applying.class);
  }

  @Test
  void aChangeOfALiveEndpointWaitsSecondsForHealthAndNoLonger() {
    world.run(Duration.ofHours(1));
    world
        .azure()
        .answerAlways(
            r -> r.method() == ArmRequest.Method.POST, Errors.answer("arm.throttled.429"));

    world.probePath("/fine").signal(Cause.Kind.SERVICE_CHANGED);
    assertThat(world.deliver()).containsInstanceOf(Outcome.Waiting.class);
    world.run(Duration.ofSeconds(20));

    assertThat(puts()).isEqualTo(2);
  }

  private static String unlessAskedForTheWrongPath(String pool, ObjectNode document) {
    boolean ours = pool.startsWith("ls-");
    return ours && document.toString().contains(BAD) ? "Unhealthy" : "Healthy";
  }

  private static ObjectNode tagged(ObjectNode document) {
    ((ObjectNode) document.path("tags")).put("touched", "by a colleague");
    return document;
  }

  private static String probePath(ObjectNode document, String host) {
    for (var probe : document.path("properties").path("probes")) {
      if (probe.path("name").asText().contains(host)) {
        return probe.path("properties").path("path").asText();
      }
    }
    return "";
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

  private int puts() {
    return world.azure().gateway().puts().size();
  }

  private String lastOutcome() {
    return world.remembered().lastRun().orElseThrow().outcome();
  }

  private List<String> journals() {
    return world.journal().list("", 1000).stream()
        .map(name -> world.journal().read(name).orElseThrow().content())
        .toList();
  }
}
