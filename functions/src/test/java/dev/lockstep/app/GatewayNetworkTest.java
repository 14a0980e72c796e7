package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.azure.ArmPipeline;
import dev.lockstep.azure.CloudEndpoints;
import dev.lockstep.azure.ManagedNetworkLook;
import dev.lockstep.port.Arm;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.signal.Estate;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class GatewayNetworkTest {
  private static final String NETWORK =
      "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg-edge/providers/"
          + "Microsoft.Network/";
  private static final String GATEWAY =
      """
      {"id": "%sapplicationGateways/agw-edge", "properties": {
        "frontendIPConfigurations": [
          {"name": "public", "properties": {"publicIPAddress": {"id": "%spublicIPAddresses/pip"}}},
          {"name": "private", "properties": {"privateIPAddress": "10.0.0.10"}}],
        "gatewayIPConfigurations": [
          {"name": "a", "properties": {"subnet": {"id": "%svirtualNetworks/vnet/subnets/agw"}}},
          {"name": "b", "properties": {"subnet": {"id": "%svirtualNetworks/gone/subnets/agw"}}}]}}
      """
          .formatted(NETWORK, NETWORK, NETWORK, NETWORK);
  private static final CloudEndpoints CLOUD =
      new CloudEndpoints(
          URI.create("https://arm.test"), "https://arm.test", URI.create("https://login.test"));

  private final FakeArmServer server =
      new FakeArmServer(
          Map.of(
              NETWORK + "publicIPAddresses/pip",
              "{\"id\":\"%spublicIPAddresses/pip\",\"properties\":{\"ipAddress\":\"20.50.10.30\"}}"
                  .formatted(NETWORK),
              NETWORK + "virtualNetworks/vnet",
              """
              {"id": "%svirtualNetworks/vnet", "name": "vnet", "properties": {"subnets": [
                {"id": "%svirtualNetworks/vnet/subnets/agw", "name": "agw", "properties": {
                  "addressPrefix": "10.0.0.0/24",
                  "networkSecurityGroup": {"id": "%snetworkSecurityGroups/nsg-agw"}}}]}}
              """
                  .formatted(NETWORK, NETWORK, NETWORK)));

  @Test
  @DisplayName("frontends and subnets with their addresses; what cannot be read says so")
  void around() throws JsonProcessingException {
    JsonNode network = network(200).apply(Estate.GATEWAY);

    assertThat(network.at("/frontends/0/public").asBoolean()).isTrue();
    assertThat(network.at("/frontends/0/address").asText()).isEqualTo("20.50.10.30");
    assertThat(network.at("/frontends/1/address").asText()).isEqualTo("10.0.0.10");
    assertThat(network.at("/subnets/0/prefix").asText()).isEqualTo("10.0.0.0/24");
    assertThat(network.at("/subnets/0/securityGroup").asText()).isEqualTo("nsg-agw");
    assertThat(network.at("/problems/0").asText()).startsWith("gone could not be read");
    assertThat(server.requests()).allMatch(request -> request.startsWith("GET arm.test/"));
  }

  @Test
  @DisplayName("a gateway that cannot be read is a problem and no exception")
  void unreadable() throws JsonProcessingException {
    assertThat(network(403).apply(Estate.GATEWAY).at("/problems/0").asText())
        .contains("could not be read");
    assertThat(server.requests()).isEmpty();
  }

  private GatewayNetwork network(int status) throws JsonProcessingException {
    JsonNode body = new ObjectMapper().readTree(GATEWAY);
    Arm arm = request -> new ArmAnswer.Answered(status, Map.of(), body);
    return new GatewayNetwork(
        arm,
        "2025-01-01",
        new ManagedNetworkLook(
            ArmPipeline.of(
                server, request -> Mono.just(new AccessToken("token", OffsetDateTime.MAX)), CLOUD),
            CLOUD));
  }
}
