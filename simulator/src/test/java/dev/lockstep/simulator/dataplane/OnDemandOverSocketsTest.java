package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.host.Eventually;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Health on demand says what a probe of the request met on the wire, and leaves nothing behind. */
class OnDemandOverSocketsTest {
  private final Plane world = new Plane();

  @BeforeEach
  void publish() {
    world.publishApi();
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void theProbeOfTheRequestGoesOutAndTheStatusThatCameBackIsTold() {
    JsonNode well = ask(Plane.STATUS, "api.contoso.com");
    assertThat(well.path("health").asText()).isEqualTo("Healthy");
    JsonNode wrongPath = ask("/signin", "api.contoso.com");
    assertThat(wrongPath.path("health").asText()).isEqualTo("Unhealthy");
    assertThat(wrongPath.path("healthProbeLog").asText())
        .isEqualTo(
            "Status code of the backend's HTTP response did not match the probe setting. Expected:200-399 Received:404.");
    assertThat(world.health("api").path("health").asText())
        .as("the probe of the document still decides")
        .isEqualTo("Healthy");
    assertThat(world.get("api.contoso.com", Plane.STATUS).status()).isEqualTo(200);
  }

  @Test
  void aServiceThatIsGoneIsFoundUnreachable() {
    world.azure.control(
        "PUT", "/services/apim-contoso/private-address", json("{'address':'10.0.1.9'}"));
    world.azure.finish();
    assertThat(ask(Plane.STATUS, "api.contoso.com").path("healthProbeLog").asText())
        .startsWith("Application Gateway could not connect to the backend.");
  }

  /** What is said of the one server of the pool. */
  private JsonNode ask(String path, String host) {
    ObjectNode request =
        json("{'protocol':'Https','timeout':30}").put("path", path).put("host", host);
    request.putObject("backendAddressPool").put("id", GATEWAY + "/backendAddressPools/api");
    request
        .putObject("backendHttpSettings")
        .put("id", GATEWAY + "/backendHttpSettingsCollection/api");
    ArmResponse asked =
        world.azure.request(
            "POST", GATEWAY + "/getBackendHealthOnDemand", request.toString(), Map.of());
    assertThat(asked.status()).isEqualTo(202);
    String location = asked.header("Location").orElseThrow();
    AtomicReference<ArmResponse> answer = new AtomicReference<>();
    Eventually.holds(
        "the health operation ends",
        () -> {
          world.azure.pass(Duration.ofMillis(500));
          answer.set(world.azure.get(location));
          return answer.get().status() == 200;
        });
    return body(answer.get()).at("/backendHealthHttpSettings/servers/0");
  }
}
