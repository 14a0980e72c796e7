package dev.lockstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.cli.audit.AuditFile;
import dev.lockstep.cli.audit.Figures;
import dev.lockstep.cli.client.ArmClient;
import dev.lockstep.cli.world.Ready;
import dev.lockstep.simulator.openapi.LoggedExchanges;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A served world, driven from outside over Resource Manager and HTTP. */
class ServeIT {
  private static final Duration DEADLINE = Duration.ofSeconds(90);

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private Ready ready;
  private AuditFile audit;

  @BeforeEach
  void serve() throws Exception {
    Path readyFile = folder.resolve("ready.json");
    audit = new AuditFile(folder.resolve("audit.jsonl"));
    process =
        Cli.start(
            folder.resolve("output.txt"),
            "serve",
            "--for",
            "PT10M",
            "--ready-file",
            readyFile.toString(),
            "--audit",
            audit.file().toString());
    await("serve writes its ready file", () -> Files.exists(readyFile));
    ready = new Ready((ObjectNode) new ObjectMapper().readTree(readyFile.toFile()));
    await("the estate is published", () -> puts() == 1);
  }

  @AfterEach
  void stop() throws InterruptedException {
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it stops on SIGTERM").isTrue();
  }

  @Test
  void aHostAddedByAnOutsiderIsPublishedAndNonsenseChangesNothing() throws Exception {
    ArmClient arm = new ArmClient(ready);
    String service = ready.text("serviceId");

    assertThat(event("{ not json")).isEqualTo(400);
    assertThat(event("[{\"id\":\"1\",\"eventType\":\"Nobody.Knows\"}]")).isBetween(200, 500);
    assertThat(post("/api/alert", "{}", "x-functions-key", ready.text("functionKey")))
        .isEqualTo(400);
    assertThat(post("/api/alert", "{}", "x-functions-key", "wrong")).isEqualTo(401);
    assertThat(post("/api/resync/nowhere", "", "x-functions-key", ready.text("functionKey")))
        .isEqualTo(404);
    assertThat(puts()).isEqualTo(1);

    ObjectNode body = arm.get(service, ArmClient.APIM).deepCopy();
    ((ArrayNode) body.at("/properties/hostnameConfigurations"))
        .addObject()
        .put("type", "Proxy")
        .put("hostName", "outside.contoso.com")
        .put("keyVaultId", "https://kv-edge.vault.azure.net/secrets/cert-outside-contoso-com");
    arm.put(service, ArmClient.APIM, body);

    await("a second PUT", () -> puts() == 2);
    JsonNode gateway = arm.get(ready.text("gatewayId"), ArmClient.NETWORK);
    assertThat(gateway.at("/properties/httpListeners").findValuesAsText("hostName"))
        .contains("outside.contoso.com");
    assertThat(audit.figures().foreignChanged()).isZero();
    assertThat(process.isAlive()).isTrue();
    stop();
    LoggedExchanges seen = Cli.conformingExchanges(folder);
    assertThat(seen.count()).isGreaterThanOrEqualTo(audit.lines().size());
    assertThat(seen.operations())
        .contains(
            "ApplicationGateways_CreateOrUpdate",
            "ApiManagementService_CreateOrUpdate",
            "RecordSets_CreateOrUpdate");
  }

  private int puts() {
    return Files.exists(audit.file()) ? Figures.of(audit.lines()).puts() : 0;
  }

  private int event(String body) throws Exception {
    String path =
        "/runtime/webhooks/eventgrid?functionName=event&code="
            + ready.json().at("/systemKeys/eventgrid_extension").asText();
    return post(path, body, "aeg-event-type", "Notification");
  }

  private int post(String path, String body, String header, String value) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(ready.text("functionsEndpoint") + path))
            .header(header, value)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(30))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private void await(String what, Supplier<Boolean> holds) throws InterruptedException {
    long end = System.nanoTime() + DEADLINE.toNanos();
    while (!holds.get()) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      assertThat(process.isAlive()).as(what).isTrue();
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
