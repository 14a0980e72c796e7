package dev.lockstep.simulator.arm;

import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.TestAzure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderTypeTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void aProviderTellsTheVersionsOfItsTypes() {
    JsonNode provider = body(azure.get(SUBSCRIPTION + "/providers/microsoft.network"));

    assertThat(provider.path("namespace").asText()).isEqualTo("Microsoft.Network");
    List<String> versions = new ArrayList<>();
    for (JsonNode type : provider.path("resourceTypes")) {
      assertThat(type.path("apiVersions")).isNotEmpty();
      if (type.path("resourceType").asText().equals("applicationGateways")) {
        type.path("apiVersions").forEach(version -> versions.add(version.asText()));
      }
    }
    assertThat(versions).startsWith("2025-05-01").contains("2025-01-01");
  }

  @Test
  void anUnknownProviderIsNone() {
    assertThat(azure.get(SUBSCRIPTION + "/providers/Contoso.Toys").status()).isEqualTo(404);
  }
}
