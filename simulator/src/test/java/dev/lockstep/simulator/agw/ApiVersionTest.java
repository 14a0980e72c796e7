package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Switches;
import org.junit.jupiter.api.Test;

/** A property that only a newer api-version knows. */
class ApiVersionTest {
  private static final String OLD = GATEWAY + "?api-version=2024-01-01";
  private static final String NEW = GATEWAY + "?api-version=2025-01-01";
  private final TestAzure azure = new TestAzure();

  private void write(String url, String sni) {
    ObjectNode document = azure.read(url);
    Json.child(settings(document), "properties").put("sniName", sni).put("validateSNI", true);
    assertThat(azure.put(url, document).status()).isEqualTo(200);
    azure.finish();
  }

  @Test
  void anOlderVersionDoesNotShowIt() {
    write(NEW, "api.contoso.com");
    assertThat(sni(NEW)).isEqualTo("api.contoso.com");
    assertThat(sni(OLD)).isEmpty();
    String list = GROUP + "/providers/Microsoft.Network/applicationGateways?api-version=";
    assertThat(azure.read(list + "2024-01-01").toString()).doesNotContain("sniName");
    assertThat(azure.read(list + "2025-01-01").toString()).contains("sniName");
  }

  @Test
  void anOlderPutDropsItByDefault() {
    write(NEW, "api.contoso.com");
    azure.put(OLD, azure.read(OLD));
    azure.finish();
    assertThat(sni(NEW)).isEmpty();
  }

  @Test
  void anOlderPutKeepsItBySwitch() {
    azure.set(azure.switches().withOlderVersions(Switches.OlderVersions.KEEP));
    write(NEW, "api.contoso.com");
    write(OLD, "other.contoso.com");
    assertThat(sni(NEW)).as("what it cannot say, it cannot change").isEqualTo("api.contoso.com");
  }

  private String sni(String url) {
    return settings(azure.read(url)).at("/properties/sniName").asText("");
  }

  private static ObjectNode settings(ObjectNode document) {
    return Parts.of(document, "backendHttpSettingsCollection").get(0);
  }
}
