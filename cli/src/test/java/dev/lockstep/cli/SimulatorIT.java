package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.audit.AuditFile;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.client.Reply;
import dev.lockstep.cli.world.Ready;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The simulator started alone by the built command, in a process of its own. */
class SimulatorIT {
  private static final long DEADLINE_SECONDS = 60;

  @TempDir Path folder;

  @Test
  void servesAsToldUntilItIsStopped() throws Exception {
    Path readyFile = folder.resolve("ready.json");
    Path audit = folder.resolve("audit.jsonl");
    Path output = folder.resolve("output.txt");
    Process process =
        Cli.start(
            output,
            "simulator",
            "--seed",
            "7",
            "--audit",
            audit.toString(),
            "--ready-file",
            readyFile.toString(),
            "--latency",
            "gateway=10",
            "--switch",
            "ifMatch=honoured",
            "--fault",
            "on=GET Microsoft.ApiManagement/service,do=refuse,status=503,next=1",
            "--for",
            "PT5M");
    try {
      Ready ready = await(readyFile, process);
      for (String name :
          List.of("tenantId", "clientId", "clientSecret", "subscriptionId", "identityEndpoint")) {
        assertThat(ready.text(name)).isNotBlank();
      }
      assertThat(ready.text("identityHeader")).isNotBlank();
      assertThat(ready.text("controlEndpoint")).startsWith("http://127.0.0.1:");
      assertThat(ready.text("loginEndpoint")).endsWith("/adfs");
      assertThat(ready.caFile()).exists();
      for (JsonNode frontend : ready.json().path("frontends")) {
        assertThat(frontend.path("connect").asText()).startsWith("127.0.0.1:");
        assertThat(frontend.path("hostNames").isArray()).isTrue();
      }

      ArmClient arm = new ArmClient(ready);
      Reply refused = arm.tryGet(ready.text("serviceId"), ArmClient.APIM);
      assertThat(refused.status()).as("the fault").isEqualTo(503);
      assertThat(arm.tryGet(ready.text("serviceId"), ArmClient.APIM).status()).isEqualTo(200);
      assertThat(new AuditFile(audit).lines()).hasSize(2);
    } finally {
      process.destroy();
      assertThat(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS)).as("on SIGTERM").isTrue();
    }
    assertThat(Cli.conformingExchanges(folder).operations())
        .as("the refusal of the fault is no answer of the simulated Azure")
        .containsExactly("ApiManagementService_Get");
    assertThat(Files.readString(output))
        .containsPattern("Serving \\d+ ms after the start of the process")
        .contains("Stopping.");
  }

  @Test
  void stopsByItselfAndCanBeEmpty() throws Exception {
    Path readyFile = folder.resolve("ready.json");
    Cli cli =
        Cli.run(
            folder, 60, "simulator", "--empty", "--for", "PT0.1S", "--ready-file", "" + readyFile);
    assertThat(cli.status()).isZero();
    assertThat(cli.lastLine()).isEqualTo("Stopping after PT0.1S.");
    assertThat(new ObjectMapper().readTree(readyFile.toFile()).has("gatewayId")).isFalse();
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("nothing half written")
          .containsExactlyInAnyOrder("ready.json", "output.txt");
    }
  }

  @Test
  void everyBadOptionIsToldAtOnce() throws Exception {
    Cli cli =
        Cli.run(
            folder,
            60,
            "simulator",
            "--seed",
            "x",
            "--for",
            "soon",
            "--roles",
            "" + folder,
            "--audit",
            "" + folder.resolve("no/audit"),
            "--latency",
            "gatway=1",
            "--switch",
            "ifMatch=maybe",
            "--throttling",
            "reads=0",
            "--fault",
            "on=GET x,do=explode");
    assertThat(cli.status()).isEqualTo(2);
    assertThat(cli.output().lines())
        .hasSize(8)
        .allMatch(line -> line.startsWith("lockstep simulator: --"));
    assertThat(cli.output())
        .contains("--seed x must be a whole number")
        .contains("--for soon must be an ISO 8601 duration")
        .contains("role-definition.json cannot be read")
        .contains("must be a file in a folder that exists")
        .contains("--latency gatway is not known")
        .contains("--switch ifMatch must be one of ignored, honoured")
        .contains("--throttling reads must be a whole number")
        .contains("do must be one of refuse, reset");
  }

  private static Ready await(Path file, Process process) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!Files.exists(file)) {
      assertThat(process.isAlive() && System.nanoTime() < end).as("it serves").isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return new Ready((ObjectNode) new ObjectMapper().readTree(file.toFile()));
  }
}
