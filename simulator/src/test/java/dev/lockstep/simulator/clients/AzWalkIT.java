package dev.lockstep.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.audit.AuditEntry;
import dev.lockstep.simulator.dns.Answer;
import dev.lockstep.simulator.dns.Resolver;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Azure CLI does the whole manual set-up of the three endpoints by {@code walk/az-walk.sh}.
 * Takes a minute, and is skipped where Debian's azure-cli is not installed.
 */
class AzWalkIT {
  private static final List<String> NAMES = List.of("api", "portal", "management");

  @TempDir Path folder;

  @Test
  void publishesThreeEndpointsByHand() throws Exception {
    assumeTrue(
        Command.works("/usr/bin/python3", "-c", "import azure.cli, azure.mgmt.network.v2022_07_01"),
        "azure-cli is not installed for /usr/bin/python3");
    try (Simulator simulator = Quick.start(Duration.ofSeconds(1))) {
      World world = simulator.azure().world();
      List<String> foreign = world.look(() -> names(gateway(world)));

      Command.Result result =
          Command.run(
                  Path.of("walk"),
                  Map.of(),
                  Duration.ofMinutes(10),
                  "bash",
                  "az-walk.sh",
                  Quick.readyFile(simulator, folder).toString())
              .orFail();

      assertThat(result.output())
          .isEqualTo(
              """
              every backend is Healthy
              200 https://api.contoso.com/status-0123456789abcdef
              200 https://portal.contoso.com/signin
              200 https://management.contoso.com/ServiceStatus
              """);
      world.look(() -> assertWorld(world, foreign));
      assertThat(simulator.audit().entries())
          .filteredOn(entry -> entry.path().endsWith("/applicationGateways/agw-edge"))
          .filteredOn(entry -> entry.method().equals("PUT"))
          .hasSize(1 + 6 * NAMES.size())
          .extracting(AuditEntry::status)
          .containsOnly(200);
    }
  }

  private static boolean assertWorld(World world, List<String> foreign) {
    Gateway gateway = gateway(world);
    List<String> own = NAMES.stream().map(name -> "apim-" + name).toList();
    assertThat(names(gateway)).containsAll(foreign);
    for (String collection :
        List.of("backendAddressPools", "probes", "httpListeners", "requestRoutingRules")) {
      assertThat(Parts.of(gateway.document(), collection)).extracting(Parts::name).containsAll(own);
    }
    ResourceId network = ResourceId.of(gateway.subnet().orElseThrow()).parent();
    for (String name : NAMES) {
      assertThat(new Resolver(world.resources()).resolve(network, name + ".contoso.com"))
          .isEqualTo(new Answer.Addresses(List.of("10.0.1.5")));
    }
    return true;
  }

  private static Gateway gateway(World world) {
    return world.resources().all(Gateway.class).get(0);
  }

  private static List<String> names(Gateway gateway) {
    return List.of("backendAddressPools", "probes", "httpListeners", "requestRoutingRules").stream()
        .flatMap(collection -> Parts.of(gateway.document(), collection).stream())
        .map((ObjectNode element) -> Parts.name(element))
        .toList();
  }
}
