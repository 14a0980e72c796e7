package dev.lockstep.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.dns.Resolver;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * npm's @azure/arm-network, @azure/arm-apimanagement and @azure/arm-privatedns read and write the
 * simulator. Skipped without Node or without the packages, unless LOCKSTEP_REQUIRE_CLIENTS is set.
 */
class JavaScriptClientsTest {
  private static final Path FOLDER = Path.of("target/clients");

  @TempDir Path folder;

  @BeforeAll
  static void install() throws IOException {
    NodePackages.install(Path.of("src/test/clients"), FOLDER, "walk.mjs");
  }

  @Test
  void readAndWriteServicesGatewaysAndZones() throws IOException {
    try (Simulator simulator = Quick.start()) {
      JsonNode read = walk(simulator);
      World world = simulator.azure().world();

      assertThat(Json.texts(read, "service", "hostNames")).contains("orders.contoso.com");
      assertThat(Json.texts(read, "gateway", "servers")).isNotEmpty().containsOnly("Healthy");
      assertThat(read.path("gateway").path("subnet").asText()).isEqualTo("10.0.0.0/24");
      assertThat(read.path("zone").path("again").asInt()).isEqualTo(412);
      assertThat(Json.texts(read, "zone", "sets")).containsExactlyInAnyOrder("A @", "SOA @");

      world.look(() -> assertWorld(world));
      List<AuditEntry> gatewayWrites =
          simulator.audit().entries().stream()
              .filter(entry -> entry.path().endsWith("/applicationGateways/agw-edge"))
              .filter(entry -> entry.method().equals("PUT"))
              .toList();
      assertThat(gatewayWrites).extracting(AuditEntry::status).containsExactly(200);
    }
  }

  private static boolean assertWorld(World world) {
    ApimService service = world.resources().all(ApimService.class).get(0);
    assertThat(service.hostNames())
        .extracting(entry -> entry.path("hostName").asText())
        .contains("api.contoso.com", "orders.contoso.com");
    Gateway gateway = world.resources().all(Gateway.class).get(0);
    assertThat(Parts.of(gateway.document(), "backendAddressPools"))
        .extracting(Parts::name)
        .containsExactly("shop-pool", "images-pool", "sink-hole", "orders");
    assertThat(gateway.document().path("tags")).isEqualTo(Json.object().put("by", "javascript"));
    ResourceId network = ResourceId.of(gateway.subnet().orElseThrow()).parent();
    Answer answer = new Resolver(world.resources()).resolve(network, "orders.contoso.com");
    assertThat(answer).isEqualTo(new Answer.Addresses(List.of("10.0.1.5")));
    return true;
  }

  private JsonNode walk(Simulator simulator) throws IOException {
    ObjectNode ready = simulator.ready();
    Command.Result result =
        Command.run(
                FOLDER,
                Map.of("NODE_EXTRA_CA_CERTS", ready.path("caFile").asText()),
                Duration.ofMinutes(1),
                "node",
                "walk.mjs",
                Quick.readyFile(simulator, folder).toString())
            .orFail();
    return Json.parse(result.output().getBytes(StandardCharsets.UTF_8));
  }
}
