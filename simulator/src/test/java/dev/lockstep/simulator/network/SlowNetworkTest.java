package dev.lockstep.simulator.network;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Networks that take their time, and gateways that must wait for them. */
class SlowNetworkTest {
  private static final String SUBNET = NETWORK + "/subnets/snet-agw";

  private final TestAzure azure = new TestAzure();

  @BeforeEach
  void slow() {
    assertThat(azure.control("PATCH", "/latencies", json("{'network': 4000}")).status())
        .isEqualTo(200);
  }

  @Test
  void aWriteOfASubnetIsFollowedUntilItEnds() {
    ArmResponse put = azure.put(SUBNET, azure.read(SUBNET));
    assertThat(put.status()).isEqualTo(200);
    assertThat(state(body(put))).isEqualTo("Updating");
    assertThat(state(azure.read(NETWORK))).as("the network with it").isEqualTo("Updating");
    String operation = put.header("Azure-AsyncOperation").orElseThrow();
    assertThat(body(azure.get(operation)).path("status").asText()).isEqualTo("InProgress");
    assertThat(azure.events).as("not at its acceptance").isEmpty();
    azure.pass(Duration.ofSeconds(4));
    assertThat(body(azure.get(operation)).path("status").asText()).isEqualTo("Succeeded");
    assertThat(state(azure.read(SUBNET))).isEqualTo("Succeeded");
    assertThat(state(azure.read(NETWORK))).isEqualTo("Succeeded");
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceWriteSuccess");
  }

  @Test
  void aGatewayWaitsForWhatItRefersTo() {
    ObjectNode gateway = azure.read(GATEWAY);
    azure.put(SUBNET, azure.read(SUBNET));
    azure.pass(Duration.ofSeconds(1));
    ArmResponse refused = azure.put(GATEWAY, gateway);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).contains("3");
    assertThat(body(refused).at("/error/code").asText()).isEqualTo("RetryableError");
    assertThat(body(refused).at("/error/details/0/code").asText())
        .isEqualTo("ReferencedResourceNotProvisioned");
    assertThat(body(refused).at("/error/details/0/message").asText())
        .isEqualTo(
            "Cannot proceed with operation because resource %s used by resource %s is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is PutSubnetOperation."
                .formatted(SUBNET, GATEWAY));
    assertThat(azure.read(GATEWAY)).isEqualTo(gateway);
    azure.pass(Duration.ofSeconds(3));
    assertThat(azure.put(GATEWAY, gateway).status()).isEqualTo(200);
  }

  @Test
  void theLastWriteEndsTheWaiting() {
    azure.patch(NETWORK, json("{'tags': {'a': 'b'}}"));
    azure.pass(Duration.ofSeconds(3));
    azure.patch(NETWORK, json("{'tags': {'a': 'c'}}"));
    azure.pass(Duration.ofSeconds(1));
    assertThat(state(azure.read(NETWORK))).as("the second goes on").isEqualTo("Updating");
    azure.pass(Duration.ofSeconds(3));
    assertThat(state(azure.read(NETWORK))).isEqualTo("Succeeded");
  }

  private static String state(ObjectNode resource) {
    return resource.at("/properties/provisioningState").asText();
  }
}
