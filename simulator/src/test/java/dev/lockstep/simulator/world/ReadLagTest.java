package dev.lockstep.simulator.world;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A read may show the world as it was, at most a minute ago; writes always meet it as it is. */
class ReadLagTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void readsAreDrawnBetweenNowAndTheLongestLag() {
    lag(60_000);
    tag("old");
    azure.pass(Duration.ofSeconds(61));
    tag("new");
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      azure.pass(Duration.ofSeconds(1));
      seen.add(azure.read(GATEWAY).at("/tags/x").asText());
    }
    assertThat(seen).containsExactlyInAnyOrder("old", "new");
    azure.pass(Duration.ofSeconds(61));
    for (int i = 0; i < 30; i++) {
      assertThat(azure.read(GATEWAY).at("/tags/x").asText()).isEqualTo("new");
    }
  }

  @Test
  void whatWasRemovedIsStillSeenAndWhatIsNewNotYet() {
    azure.pass(Duration.ofMinutes(2));
    azure.put(ZONE + "/A/new", json("{'properties': {'ttl': 60}}"));
    azure.delete(ZONE + "/A/intranet");
    azure.pass(Duration.ofSeconds(1));
    fault(2000);
    assertThat(azure.get(ZONE + "/A/new").status()).isEqualTo(404);
    assertThat(azure.get(ZONE + "/A/intranet").status()).isEqualTo(200);
    assertThat(azure.read(ZONE + "/A").path("value").findValuesAsText("name"))
        .contains("intranet")
        .doesNotContain("new");
    azure.pass(Duration.ofSeconds(2));
    assertThat(azure.get(ZONE + "/A/new").status()).isEqualTo(200);
    assertThat(azure.get(ZONE + "/A/intranet").status()).isEqualTo(404);
  }

  @Test
  void anOperationIsNotSeenLate() {
    fault(60_000);
    String operation =
        azure.put(GATEWAY, azure.read(GATEWAY)).header("Azure-AsyncOperation").orElseThrow();
    azure.finish();
    assertThat(azure.read(operation).path("status").asText()).isEqualTo("Succeeded");
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
  }

  @Test
  void aMinuteIsTheLongest() {
    assertThat(azure.control("PATCH", "/switches", json("{'readLag': 60001}")).status())
        .isEqualTo(400);
    assertThat(
            body(azure.control("PATCH", "/switches", json("{'readLag': 60000}")))
                .path("readLag")
                .asInt())
        .isEqualTo(60_000);
  }

  private void lag(int millis) {
    azure.control("PATCH", "/switches", json("{'readLag': " + millis + "}"));
  }

  private void fault(int millis) {
    azure.control("POST", "/faults", json("{'on': 'GET *', 'do': 'stale', 'ms': " + millis + "}"));
  }

  private void tag(String value) {
    ObjectNode tags = json("{'tags': {'x': '" + value + "'}}");
    assertThat(azure.patch(GATEWAY, tags).status()).isEqualTo(200);
  }
}
