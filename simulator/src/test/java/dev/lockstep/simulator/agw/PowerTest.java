package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import org.junit.jupiter.api.Test;

/** Starting and stopping. */
class PowerTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void stopsAndStarts() {
    ArmResponse stop = azure.post(GATEWAY + "/stop");
    assertThat(stop.status()).isEqualTo(202);
    assertState("Stopping", "Updating");
    assertThat(azure.get(stop.header("Location").orElseThrow()).status()).isEqualTo(202);
    azure.finish();
    assertState("Stopped", "Succeeded");
    assertThat(azure.post(GATEWAY + "/start").status()).isEqualTo(202);
    assertState("Starting", "Updating");
    azure.finish();
    assertState("Running", "Succeeded");
    assertThat(azure.eventTypes()).containsOnly("Microsoft.Resources.ResourceActionSuccess");
    assertThat(azure.events)
        .extracting(event -> event.data().path("operationName").asText())
        .containsExactly(
            "Microsoft.Network/applicationGateways/stop/action",
            "Microsoft.Network/applicationGateways/start/action");
  }

  @Test
  void aPutStartsAStoppedGatewayAndNewTagsDoNot() {
    azure.post(GATEWAY + "/stop");
    azure.finish();
    azure.patch(GATEWAY, json("{'tags':{'a':'b'}}"));
    azure.finish();
    assertState("Stopped", "Succeeded");
    azure.put(GATEWAY, azure.read(GATEWAY));
    azure.finish();
    assertState("Running", "Succeeded");
  }

  @Test
  void aStopTakesThePlaceOfAnUpdate() {
    ArmResponse put = azure.put(GATEWAY, azure.read(GATEWAY));
    azure.post(GATEWAY + "/stop");
    JsonNode status = body(azure.get(put.header("Azure-AsyncOperation").orElseThrow()));
    assertThat(status.path("status").asText()).isEqualTo("Canceled");
    azure.finish();
    assertState("Stopped", "Succeeded");
  }

  @Test
  void nothingIsKnownOfBackendsOfAStoppedGateway() {
    azure.post(GATEWAY + "/stop");
    azure.finish();
    JsonNode health = body(azure.finishing(azure.post(GATEWAY + "/backendhealth")));
    assertThat(health.findValuesAsText("health")).isNotEmpty().containsOnly("Unknown");
  }

  private void assertState(String operational, String provisioning) {
    ObjectNode gateway = azure.read(GATEWAY);
    assertThat(gateway.at("/properties/operationalState").asText()).isEqualTo(operational);
    assertThat(gateway.at("/properties/provisioningState").asText()).isEqualTo(provisioning);
  }
}
