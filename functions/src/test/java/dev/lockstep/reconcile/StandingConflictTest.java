package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.port.Alarm;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conflict that does not pass is tried seldom, and persons are told. */
class StandingConflictTest {
  private final World world = new World();

  @BeforeEach
  void aHostNameIsWanted() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void theGatewaysIsTriedAFewTimesAndEndsAsAFailureWithAFinding() {
    world.azure().answerAlways(StandingConflictTest::isGatewayPut, refusal(409, "Something"));

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(24));

    assertThat(gatewayPuts()).isLessThan(12);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    assertThat(world.alarms())
        .extracting(Alarm::code, Alarm::message)
        .singleElement()
        .satisfies(
            alarm ->
                assertThat(alarm.toString())
                    .contains("conflict", "Something", "runs in a row since"));
    assertThat(world.signals().messages()).isEmpty();
  }

  @Test
  void theRecordSetsToo() {
    world
        .azure()
        .answerAlways(StandingConflictTest::isRecordPut, refusal(412, "PreconditionFailed"));

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(24));

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    assertThat(world.alarms()).extracting(Alarm::code).containsExactly("conflict");
  }

  @Test
  void aStormOfEventsTriesItTwelveTimesAnHourAtMost() {
    world.azure().answerAlways(StandingConflictTest::isGatewayPut, refusal(409, "Something"));
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(1));
    long before = gatewayPuts();

    for (int i = 0; i < 360; i++) {
      world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofSeconds(10));
    }

    assertThat(gatewayPuts() - before).isBetween(6L, 12L);
    assertThat(world.alarms()).hasSizeBetween(1, 3);
  }

  @Test
  void onceTheCauseIsGoneTheNextLookWrites() {
    world.azure().answerAlways(StandingConflictTest::isGatewayPut, refusal(409, "Something"));
    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(1));
    world.azure().heal();

    world.signal(Cause.Kind.DRIFT_CHECK).run(Duration.ofMinutes(10));

    assertThat(world.azure().gateway().document().toString()).contains("api.contoso.com");
    assertThat(world.remembered().troubles().conflict()).isEmpty();
  }

  @Test
  void oneConflictIsPlannedAgainAtOnce() {
    world.azure().answerOnce(StandingConflictTest::isGatewayPut, refusal(409, "Something"));

    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver()).containsInstanceOf(Outcome.Applying.class);
    assertThat(world.azure().gateway().puts()).hasSize(1);
    assertThat(world.remembered().troubles().conflict()).isEmpty();
  }

  @Test
  void twoConflictsInARowWaitAndAreToldInWords() {
    world.azure().answerAlways(StandingConflictTest::isGatewayPut, refusal(409, "Something"));

    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .get()
        .satisfies(
            outcome ->
                assertThat(outcome.why())
                    .isEqualTo("the gateway's answer to the change: Something: told"));
    assertThat(gatewayPuts()).isEqualTo(2);
  }

  @Test
  void aSubscriptionThatIsDisabledIsNotTriedAgainAndAgain() {
    world
        .azure()
        .answerAlways(
            StandingConflictTest::isGatewayPut, refusal(409, "ReadOnlyDisabledSubscription"));

    world.signal(Cause.Kind.SERVICE_CHANGED).run(Duration.ofHours(24));

    assertThat(gatewayPuts()).isEqualTo(1);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Failed");
    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("readOnly");
              assertThat(alarm.remedy()).contains("its owner enables it again");
            });
  }

  private long gatewayPuts() {
    List<String> requests = world.azure().requests();
    return requests.stream()
        .filter(r -> r.startsWith("PUT") && r.contains("applicationGateways"))
        .count();
  }

  private static boolean isGatewayPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT
        && request.path().contains("applicationGateways");
  }

  private static boolean isRecordPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT && request.path().contains("/A/");
  }

  private static Answered refusal(int status, String code) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error").put("code", code).put("message", "told");
    return new Answered(status, Map.of(), body);
  }
}
