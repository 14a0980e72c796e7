package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.world.Errors;
import dev.lockstep.reconcile.world.World;
import dev.lockstep.signal.Cause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Record sets: conditions, order and other writers. */
class RecordsTest {
  private final World world = new World();

  @BeforeEach
  void aHostNameIsAdded() {
    world.azure().service().add("api.contoso.com");
  }

  @Test
  void theRecordIsWrittenBeforeTheGateway() {
    world.converge();

    List<String> writes =
        world.azure().requests().stream().filter(r -> r.startsWith("PUT")).distinct().toList();
    assertThat(writes).hasSize(2);
    assertThat(writes.get(0)).contains("/privateDnsZones/contoso.com/A/api");
    assertThat(writes.get(1)).contains("/applicationGateways/agw-edge");
  }

  @Test
  void aRecordSetThatSomebodyElseMadeFirstIsLeftToThem() {
    world.azure().beforeRecordPut(() -> world.azure().zone().foreign("api", "10.7.7.7"));

    world.converge();

    assertThat(world.azure().zone().addresses("api")).contains(List.of("10.7.7.7"));
    assertThat(world.azure().gateway().puts()).isEmpty();
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Blocked");
  }

  @Test
  void aRecordSetThatChangedMeanwhileIsPlannedAgain() {
    world.converge();
    world.azure().service().moveTo("10.0.1.9");
    world.azure().beforeRecordPut(() -> world.azure().zone().touch("api"));

    world.converge();

    assertThat(world.azure().zone().addresses("api")).contains(List.of("10.0.1.9"));
    assertThat(world.remembered().lastRun().orElseThrow().outcome()).isEqualTo("Converged");
  }

  @Test
  void aRefusedRecordStopsBeforeTheGatewayAndNamesTheRole() {
    world.azure().answerAlways(RecordsTest::isRecordPut, Errors.dnsDenied());
    world.signal(Cause.Kind.SERVICE_CHANGED);

    assertThat(world.deliver())
        .hasValueSatisfying(
            outcome ->
                assertThat(((Outcome.Failed) outcome).remedy())
                    .contains("Private DNS Zone Contributor"));
    world.run(Duration.ofMinutes(30));
    assertThat(world.azure().gateway().puts()).isEmpty();
  }

  private static boolean isRecordPut(ArmRequest request) {
    return request.method() == ArmRequest.Method.PUT && request.path().contains("/A/");
  }
}
