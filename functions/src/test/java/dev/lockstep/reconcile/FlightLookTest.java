package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.FakeAzure;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A change is in flight, and the look at it finds something else than its end. */
class FlightLookTest {
  private final World world = new World();

  private void send() {
    world.azure().service().add("api.contoso.com");
    world.signal(Cause.Kind.SERVICE_CHANGED).deliver();
  }

  @ParameterizedTest
  @CsvSource({
    "dns.get.notFound.404, is not there",
    "agw.put.authorizationFailed.403, role assignment"
  })
  void aGatewayThatCannotBeReadAnyMoreFailsOnceWithItsRemedy(String answer, String told) {
    send();
    world.azure().answerAlways(FlightLookTest::readsTheGateway, Errors.answer(answer));
    int before = world.outcomes().size();

    world.run(Duration.ofHours(24));

    assertThat(world.outcomes()).hasSize(before + 1);
    assertThat(world.outcomes().get(before)).isInstanceOf(Outcome.Failed.class);
    assertThat(world.lastJournal()).contains(told);
    assertThat(world.remembered().agenda().wake()).isEmpty();
  }

  @Test
  void aSignalLooksAgainWhenItCanBeReadOnceMore() {
    send();
    world
        .azure()
        .answerAlways(FlightLookTest::readsTheGateway, Errors.answer("dns.get.notFound.404"));
    world.run(Duration.ofHours(1));
    world.azure().heal();

    world.signal(Cause.Kind.GATEWAY_CHANGED).run(Duration.ofMinutes(10));

    assertThat(world.remembered().flight().inFlight()).isEmpty();
    assertThat(world.remembered().flight().landed()).hasSize(1);
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 503})
  void aGatewayThatDoesNotAnswerIsWaitedFor(int status) {
    send();
    world
        .azure()
        .answerOnce(
            FlightLookTest::readsTheGateway,
            new Answered(status, Map.of(), JsonNodeFactory.instance.missingNode()));

    world.run(Duration.ofMinutes(5));

    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void aGatewayThatIsStuckIsToldOfOnceAnHour() {
    world.azure().gateway().takes(Duration.ofHours(30));
    send();

    world.run(Duration.ofMinutes(29));
    assertThat(world.alarms()).isEmpty();

    world.run(Duration.ofMinutes(10));
    assertThat(world.alarms())
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.code()).isEqualTo("stuck");
              assertThat(alarm.message()).contains("more than 30 minutes");
              assertThat(alarm.remedy()).contains("support request");
            });

    world.run(Duration.ofHours(23));
    assertThat(world.alarms()).hasSizeBetween(20, 24);
  }

  private static boolean readsTheGateway(ArmRequest request) {
    return request.method() == ArmRequest.Method.GET
        && request.path().startsWith(FakeAzure.GATEWAY + "?");
  }
}
