package dev.lockstep.simulator.audit;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void aWriteHasOneLineWithEverything() {
    azure.as(Principals.LOCKSTEP);
    ObjectNode document = azure.read(GATEWAY);
    ArmResponse put =
        azure.put(GATEWAY + "?api-version=2025-01-01", document, "If-Match", "W/\"x\"");
    ObjectNode line = azure.lastAudit().toJson();
    assertThat(line.path("time").asText()).isEqualTo("2026-01-15T10:20:30Z");
    assertThat(line.path("principal").asText()).isEqualTo(Principals.LOCKSTEP.objectId());
    assertThat(line.path("principalName").asText()).isEqualTo("lockstep");
    assertThat(line.path("method").asText()).isEqualTo("PUT");
    assertThat(line.path("path").asText()).isEqualTo(GATEWAY);
    assertThat(line.path("apiVersion").asText()).isEqualTo("2025-01-01");
    assertThat(line.path("ifMatch").asText()).isEqualTo("W/\"x\"");
    assertThat(line.path("status").asInt()).isEqualTo(200);
    assertThat(line.path("resource").asText()).isEqualTo(GATEWAY.toLowerCase(Locale.ROOT));
    assertThat(line.path("operationId").asText())
        .isEqualTo(put.header("x-ms-request-id").orElseThrow());
    assertThat(line.path("hashBefore").asText()).matches("[0-9a-f]{64}");
    assertThat(line.path("foreignHashBefore").asText()).matches("[0-9a-f]{64}");
    assertThat(line.has("ifNoneMatch")).isFalse();
  }

  @Test
  void creationHasNoHashBeforeAndDeletionNoneAfter() {
    azure.put(ZONE + "/A/new", json("{'properties':{'ttl':1}}"), "If-None-Match", "*");
    assertThat(azure.lastAudit().hashBefore()).isEmpty();
    assertThat(azure.lastAudit().hashAfter()).isPresent();
    assertThat(azure.lastAudit().ifNoneMatch()).contains("*");
    assertThat(azure.lastAudit().foreignHashAfter()).isEmpty();
    azure.delete(ZONE + "/A/new");
    assertThat(azure.lastAudit().hashBefore()).isPresent();
    assertThat(azure.lastAudit().hashAfter()).isEmpty();
  }

  @Test
  void refusalsAndReadsAreThereTooAndChangeNothing() {
    azure.get(GATEWAY + "?");
    assertThat(azure.lastAudit().status()).isEqualTo(400);
    assertThat(azure.lastAudit().apiVersion()).isEmpty();
    azure.read(GATEWAY);
    assertThat(azure.lastAudit().hashBefore()).isEmpty();
    assertThat(azure.lastAudit().wrote()).isFalse();
    azure.put(GATEWAY, json("{}"));
    assertThat(azure.lastAudit().hashBefore()).isPresent().isEqualTo(azure.lastAudit().hashAfter());
    assertThat(azure.audit.since(2)).hasSize(1);
    assertThat(azure.audit.since(99)).isEmpty();
  }

  @Test
  void theFileHasALineAsSoonAsTheRequestIsAnswered(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("audit.jsonl");
    try (Audit audit = Audit.toFile(file)) {
      azure.read(GATEWAY);
      audit.add(azure.lastAudit());
      audit.add(azure.lastAudit());
      assertThat(Files.readAllLines(file)).hasSize(2);
      assertThat(Json.parse(Files.readAllLines(file).get(1).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(azure.lastAudit().toJson());
    }
  }
}
