package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A newer api-version that returns more than ours is noticed before our PUT takes it away. */
class VersionLookTest {
  private static final String NEWER = "2030-01-01";
  private final World world = new World();

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  private static boolean isLook(ArmRequest request) {
    return request.path().contains("/providers/Microsoft.Network?");
  }

  private static ObjectNode withMore(ObjectNode document) {
    ((ObjectNode) document.path("properties")).put("entraJwtValidation", "on");
    return document;
  }

  @Test
  void aPropertyThatOnlyTheNewestReturnsBlocksWritesAndIsNamed() {
    world.azure().newestVersion(NEWER, VersionLookTest::withMore);

    world.converge();

    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Planned");
    assertThat(world.remembered().lastRun().orElseThrow().why())
        .contains("properties.entraJwtValidation", "LOCKSTEP_GATEWAY_API_VERSION");
  }

  @Test
  void whenTheNewestReturnsNoMoreTheWriteGoesOn() {
    world.azure().newestVersion(NEWER, document -> document);

    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().versions().newest()).isEqualTo(NEWER);
    assertThat(world.azure().requests().stream().filter(r -> r.endsWith("=" + NEWER))).hasSize(1);
  }

  @Test
  void itIsLookedAtOnceADay() {
    world.converge();
    for (int hour = 0; hour < 50; hour++) {
      world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(1));
    }

    assertThat(looks()).isEqualTo(3);
  }

  @Test
  void whatHoldsWritesIsLookedAtSooner() {
    world.azure().newestVersion(NEWER, VersionLookTest::withMore);
    world.converge();
    world.azure().newestVersion(NEWER, document -> document);

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(30));

    assertThat(world.azure().gateway().puts()).hasSize(1);
  }

  @Test
  void aLookThatMayPassIsWaitedForBeforeTheFirstWriteAndNotForEver() {
    world.azure().answerAlways(VersionLookTest::isLook, answer(503));
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofMinutes(25));

    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().why()).contains("api-version");
    world.run(Duration.ofMinutes(20));
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.lastJournal()).contains("api-versions were not compared");
  }

  @Test
  void aMissingRightHoldsNothingAndIsNamed() {
    world.azure().answerAlways(VersionLookTest::isLook, answer(403));

    world.converge();

    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().versions().problem())
        .contains("api-versions of Microsoft.Network");
  }

  @Test
  void aLookThatFailsLaterLeavesTheLastOneStanding() {
    world.azure().newestVersion(NEWER, VersionLookTest::withMore);
    world.converge();
    world.azure().answerAlways(VersionLookTest::isLook, answer(503));

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofHours(2));

    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().versions().lost())
        .containsExactly("properties.entraJwtValidation");
  }

  private long looks() {
    return world.azure().requests().stream()
        .filter(request -> request.contains("/providers/Microsoft.Network?"))
        .count();
  }

  private static ArmAnswer answer(int status) {
    return new ArmAnswer.Answered(status, Map.of(), JsonNodeFactory.instance.objectNode());
  }
}
