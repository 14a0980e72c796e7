package dev.lockstep.simulator.world;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.SimulatorOptions;
import dev.lockstep.simulator.TestAzure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The world is a function of seed, clock and requests. */
class HistoryTest {
  @Test
  void sameSeedSameHistory() {
    assertThat(history(7)).isEqualTo(history(7));
  }

  @Test
  void anotherSeedGivesOtherIds() {
    assertThat(history(7)).isNotEqualTo(history(8));
  }

  @Test
  void whatIsDueHappensInOrderAndAtItsTime() {
    TestAzure azure = new TestAzure();
    azure.put(GATEWAY, azure.read(GATEWAY));
    azure.patch(SERVICE, json("{'tags':{'a':'b'}}"));
    azure.pass(Duration.ofHours(1));
    assertThat(azure.events).extracting("subject").containsExactly(SERVICE, GATEWAY);
    assertThat(azure.events)
        .extracting(event -> event.time().toString())
        .containsExactly("2026-01-15T10:20:31Z", "2026-01-15T10:20:32Z");
    assertThat(azure.azure.world().nextDue()).isEmpty();
  }

  @Test
  void anEmptyWorldHasItsSubscriptionOnly() {
    TestAzure azure = new TestAzure(SimulatorOptions.DEFAULT.withEmpty(true));
    assertThat(azure.azure.world().resources().all()).hasSize(1);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(404);
  }

  private static List<String> history(long seed) {
    TestAzure azure = new TestAzure(SimulatorOptions.DEFAULT.withSeed(seed));
    Random random = new Random(1);
    List<String> history = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      var response =
          switch (random.nextInt(4)) {
            case 0 -> azure.put(GATEWAY, azure.read(GATEWAY));
            case 1 ->
                azure.put(ZONE + "/A/n" + random.nextInt(5), json("{'properties':{'ttl':60}}"));
            case 2 -> azure.patch(SERVICE, json("{'tags':{'n':'" + i + "'}}"));
            default -> azure.post(GATEWAY + "/backendhealth");
          };
      history.add(response.toString());
      azure.pass(Duration.ofMillis(random.nextInt(1500)));
    }
    azure.audit.entries().forEach(entry -> history.add(entry.toString()));
    azure.events.forEach(event -> history.add(event.toString()));
    history.add(azure.azure.control().handle("GET", "/control/world", Map.of(), "").toString());
    return history;
  }
}
