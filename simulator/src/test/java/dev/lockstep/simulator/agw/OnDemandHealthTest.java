package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Health of one pool and setting with a probe that is in no document. */
class OnDemandHealthTest {
  private static final String QUESTION = GATEWAY + "/getBackendHealthOnDemand";
  private final TestAzure azure = new TestAzure();

  @Test
  void probesOnePoolWithTheProbeOfTheRequest() {
    ObjectNode request = request("shop-pool", "shop-settings");
    azure.control("PUT", "/backends/shop-we.azurewebsites.net", json("{'condition':'up'}"));
    ArmResponse asked = ask(request);
    assertThat(asked.status()).isEqualTo(202);
    String location = asked.header("Location").orElseThrow();
    assertThat(azure.get(location).status()).isEqualTo(202);
    azure.finish();
    ObjectNode answer = body(azure.get(location));
    assertThat(answer.at("/backendAddressPool/id").asText())
        .isEqualTo(GATEWAY + "/backendAddressPools/shop-pool");
    JsonNode health = answer.path("backendHealthHttpSettings");
    assertThat(health.at("/backendHttpSettings/id").asText())
        .isEqualTo(GATEWAY + "/backendHttpSettingsCollection/shop-settings");
    assertThat(health.path("servers")).isNotEmpty();
    assertThat(health.at("/servers/0/health").asText()).isEqualTo("Healthy");
    assertThat(azure.read(GATEWAY).at("/properties/probes").findValuesAsText("path"))
        .doesNotContain("/on-demand");
  }

  @Test
  void refusesAPoolThatIsNotThere() {
    ArmResponse refused = ask(request("nobody", "shop-settings"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(body(refused).at("/error/code").asText()).isEqualTo("InvalidResourceReference");
  }

  private ArmResponse ask(ObjectNode request) {
    return azure.request("POST", QUESTION, request.toString(), Map.of());
  }

  private static ObjectNode request(String pool, String settings) {
    ObjectNode request =
        json(
            "{'protocol':'Https','path':'/on-demand','pickHostNameFromBackendHttpSettings':true,'timeout':30}");
    request.putObject("backendAddressPool").put("id", GATEWAY + "/backendAddressPools/" + pool);
    request
        .putObject("backendHttpSettings")
        .put("id", GATEWAY + "/backendHttpSettingsCollection/" + settings);
    return request;
  }
}
