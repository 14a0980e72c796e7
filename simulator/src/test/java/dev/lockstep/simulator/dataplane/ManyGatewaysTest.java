package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.host.Eventually;
import dev.lockstep.simulator.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManyGatewaysTest {
  private static final int GATEWAYS = 20;
  private static final int ENDPOINTS = 50;

  /** Every how many endpoints one is asked through each gateway: handshakes take their time. */
  private static final int STEP = 10;

  @Test
  void twentyGatewaysServeFiftyEndpointsEachOnAHandfulOfThreads() {
    try (Plane world = new Plane()) {
      world.patchService("{'hostnameConfigurations': [" + hostNames() + "]}");
      for (int gateway = 0; gateway < GATEWAYS; gateway++) {
        put(world, gateway);
      }
      world.azure.finish();
      Map<String, Address> entrances =
          world.plane.addresses().stream()
              .filter(one -> one.port() == 443 && one.gateway().contains("/agw-many-"))
              .collect(Collectors.toMap(Address::gateway, one -> one));
      assertThat(entrances).hasSize(GATEWAYS);
      // On a busy machine a first probe may come too late; the next one finds the server.
      Eventually.holds(
          "every endpoint answers through every gateway",
          () -> {
            boolean all =
                entrances.values().parallelStream()
                    .flatMap(ManyGatewaysTest::askSome)
                    .allMatch(answer -> answer.equals("200"));
            if (!all) {
              world.azure.pass(Duration.ofSeconds(30));
            }
            return all;
          });
      long threads =
          Thread.getAllStackTraces().keySet().stream()
              .filter(thread -> thread.getName().startsWith("data-plane"))
              .count();
      assertThat(threads).isLessThanOrEqualTo(11);
    }
  }

  private static Stream<String> askSome(Address entrance) {
    assertThat(entrance.hostNames()).hasSize(ENDPOINTS);
    return IntStream.iterate(0, number -> number < ENDPOINTS, number -> number + STEP)
        .mapToObj(number -> ask(entrance, host(number)));
  }

  private static String ask(Address entrance, String host) {
    TestClient.Answer answer = TestClient.get(entrance.loopback(), host, Plane.STATUS);
    return answer.status() == 200 ? "200" : entrance.gateway() + " " + host + " " + answer;
  }

  private static String hostNames() {
    return IntStream.range(0, ENDPOINTS)
        .mapToObj(
            number ->
                "{'type': 'Proxy', 'hostName': '%s', 'keyVaultId': 'https://kv-edge.vault.azure.net/secrets/many-%d'}"
                    .formatted(host(number), number))
        .collect(Collectors.joining(","));
  }

  private static String host(int number) {
    return "api" + number + ".contoso.com";
  }

  /** A gateway like the demo's, with fifty hosts of the service and none of its own. */
  private static void put(Plane world, int number) {
    GatewayEdit edit = world.edit().clear();
    for (int endpoint = 0; endpoint < ENDPOINTS; endpoint++) {
      edit.publish("many-" + endpoint, host(endpoint), "10.0.1.5", Plane.STATUS);
    }
    String id = GATEWAY.replace("agw-edge", "agw-many-" + number);
    ObjectNode document = edit.documentFor(id, number);
    assertThat(world.azure.put(id, document).status()).isEqualTo(201);
    assertThat(Json.objects(document, "properties", "httpListeners")).hasSize(ENDPOINTS);
  }
}
