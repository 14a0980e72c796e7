package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.azure.network.FakeArmServer;
import dev.lockstep.azure.network.NetworkLookTest;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.signal.Estate;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GatewayNetworkTest {
  private static final String NETWORK =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/"
          + "Microsoft.Network/";
  private static final String GATEWAY =
      """
      {"properties": {
        "frontendIPConfigurations": [
          {"name": "public", "properties": {"publicIPAddress": {"id": "%spublicIPAddresses/pip"}}},
          {"name": "private", "properties": {"privateIPAddress": "10.0.0.10"}}],
        "gatewayIPConfigurations": [
          {"properties": {"subnet": {"id": "%svirtualNetworks/vnet/subnets/gone"}}}]}}
      """
          .formatted(NETWORK, NETWORK);

  @Test
  @DisplayName("frontends with their addresses; what cannot be read says why")
  void around() throws JsonProcessingException {
    FakeArmServer server =
        new FakeArmServer(
            Map.of(
                NETWORK + "publicIPAddresses/pip",
                "{\"id\":\"%spublicIPAddresses/pip\",\"properties\":{\"ipAddress\":\"20.50.10.30\"}}"
                    .formatted(NETWORK)));

    JsonNode network = network(200, server).apply(Estate.GATEWAY);

    assertThat(network.at("/frontends/0/address").asText()).isEqualTo("20.50.10.30");
    assertThat(network.at("/frontends/1/address").asText()).isEqualTo("10.0.0.10");
    assertThat(network.at("/subnets/0/problem/remedy").asText()).contains("there is no");
  }

  @Test
  @DisplayName("a gateway that cannot be read is a problem and no exception")
  void unreadable() throws JsonProcessingException {
    JsonNode network = network(403, new FakeArmServer(Map.of())).apply(Estate.GATEWAY);

    assertThat(network.path("message").asText()).contains("could not be read");
  }

  private static GatewayNetwork network(int status, FakeArmServer server)
      throws JsonProcessingException {
    JsonNode body = new ObjectMapper().readTree(GATEWAY);
    Arm arm = request -> new ArmAnswer.Answered(status, Map.of(), body);
    return new GatewayNetwork(arm, "2025-01-01", () -> NetworkLookTest.look(server));
  }
}
