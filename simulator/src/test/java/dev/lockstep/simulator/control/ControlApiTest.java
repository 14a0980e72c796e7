package dev.lockstep.simulator.control;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.Webhook;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Switches;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlApiTest {
  private static final String HOSTNAMES = "/services/apim-contoso/hostnames";

  private final TestAzure azure = new TestAzure();

  @Test
  void addsAndRemovesAHostNameAsTheColleague() {
    ArmResponse added = azure.control("POST", HOSTNAMES, json("{'hostName':'New.contoso.com'}"));
    assertThat(added.status()).isEqualTo(202);
    assertThat(azure.lastAudit().principalName()).isEqualTo("colleague");
    assertThat(azure.lastAudit().method()).isEqualTo("PATCH");
    azure.finish();
    ObjectNode entry = entries().get(4);
    assertThat(entry.path("hostName").asText()).isEqualTo("new.contoso.com");
    assertThat(entry.path("type").asText()).isEqualTo("Proxy");
    assertThat(entry.path("keyVaultId").asText())
        .isEqualTo("https://kv-edge.vault.azure.net/secrets/cert-new-contoso-com");
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceWriteSuccess");

    assertThat(azure.control("DELETE", HOSTNAMES + "/new.contoso.com", json("{}")).status())
        .isEqualTo(202);
    azure.finish();
    assertThat(entries()).hasSize(4);
  }

  @Test
  void aBusyServiceRefusesTheColleagueToo() {
    azure.control("POST", HOSTNAMES, json("{'hostName':'one.contoso.com'}"));
    ArmResponse second = azure.control("POST", HOSTNAMES, json("{'hostName':'two.contoso.com'}"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(body(second).at("/answer/error/code").asText()).isEqualTo("ServiceLocked");
    ArmResponse move =
        azure.control(
            "PUT", "/services/apim-contoso/private-address", json("{'address':'10.0.1.9'}"));
    assertThat(move.status()).isEqualTo(409);
    azure.finish();
    assertThat(azure.read(SERVICE).at("/properties/privateIPAddresses/0").asText())
        .isEqualTo("10.0.1.5");
  }

  @Test
  void movesTheAddressWhenTheUpdateEnds() {
    ArmResponse moved =
        azure.control(
            "PUT", "/services/apim-contoso/private-address", json("{'address':'10.0.1.9'}"));
    assertThat(moved.status()).isEqualTo(202);
    assertThat(azure.read(SERVICE).at("/properties/privateIPAddresses/0").asText())
        .isEqualTo("10.0.1.5");
    azure.finish();
    assertThat(azure.read(SERVICE).at("/properties/privateIPAddresses")).hasSize(1);
    assertThat(azure.read(SERVICE).at("/properties/privateIPAddresses/0").asText())
        .isEqualTo("10.0.1.9");
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceWriteSuccess");
  }

  @Test
  void editsAddsAndRemovesAnElementOfAGateway() {
    String probe = "/gateways/agw-edge/probes/shop-probe";
    ArmResponse edited =
        azure.control("PATCH", probe, json("{'properties':{'interval':99,'match':null}}"));
    assertThat(edited.status()).isEqualTo(202);
    assertThat(azure.lastAudit().principalName()).isEqualTo("colleague");
    assertThat(azure.lastAudit().foreignHashBefore())
        .isNotEqualTo(azure.lastAudit().foreignHashAfter());
    JsonNode shown = azure.read(GATEWAY).at("/properties/probes/0/properties");
    assertThat(shown.path("interval").asInt()).isEqualTo(99);
    assertThat(shown.has("match")).isFalse();
    assertThat(shown.path("path").asText()).isEqualTo("/healthz");

    String port = "/gateways/agw-edge/frontendPorts/port_9443";
    assertThat(azure.control("PUT", port, json("{'port':9443}")).status()).isEqualTo(202);
    assertThat(azure.read(GATEWAY).at("/properties/frontendPorts/3/properties/port").asInt())
        .isEqualTo(9443);
    assertThat(azure.control("DELETE", port, json("{}")).status()).isEqualTo(202);
    assertThat(azure.read(GATEWAY).at("/properties/frontendPorts")).hasSize(3);

    ArmResponse dangling = azure.control("DELETE", probe, json("{}"));
    assertThat(dangling.status()).isEqualTo(400);
    assertThat(body(dangling).at("/answer/error/code").asText())
        .isEqualTo("InvalidResourceReference");
  }

  @Test
  void renewsACertificateAndTheServiceTakesIt() {
    String before = entries().get(1).at("/certificate/thumbprint").asText();
    ArmResponse renewed =
        azure.control(
            "POST", "/vaults/kv-edge/certificates/cert-api-contoso-com/renew", json("{}"));
    assertThat(renewed.status()).isEqualTo(200);
    SimulatedEvent event = azure.events.get(0);
    JsonNode documented =
        Reference.file("keyvault.certificate-new-version-created.eventgrid.json").get(0);
    assertThat(event.type()).isEqualTo(documented.path("eventType").asText());
    assertThat(event.topic()).isEqualTo(documented.path("topic").asText());
    assertThat(event.subject()).isEqualTo(documented.path("subject").asText());
    assertThat(Reference.shape(event.data())).isEqualTo(Reference.shape(documented.path("data")));
    assertThat(entries().get(1).at("/certificate/thumbprint").asText()).isEqualTo(before);
    azure.pass(Duration.ofSeconds(2));
    assertThat(entries().get(1).at("/certificate/thumbprint").asText()).isNotEqualTo(before);
    assertThat(azure.events).as("taking a certificate is no write").hasSize(1);
  }

  @Test
  void aServiceThatIsHeldTakesARenewedCertificateWhenItIsLetGo() {
    String before = entries().get(1).at("/certificate/thumbprint").asText();
    String rotation = "/services/apim-contoso/rotation";
    assertThat(azure.control("PUT", rotation, json("{}")).status()).isEqualTo(200);
    azure.control("POST", "/vaults/kv-edge/certificates/cert-api-contoso-com/renew", json("{}"));
    azure.pass(Duration.ofHours(8));
    assertThat(entries().get(1).at("/certificate/thumbprint").asText()).isEqualTo(before);

    azure.control("PUT", rotation, json("{'held': false}"));
    assertThat(entries().get(1).at("/certificate/thumbprint").asText()).isNotEqualTo(before);
    assertThat(azure.control("PUT", "/services/nobody/rotation", json("{}")).status())
        .isEqualTo(404);
  }

  @Test
  void setsSwitchesAndLatencies() {
    ArmResponse switches =
        azure.control("PATCH", "/switches", json("{'ifMatch':'honoured','events':'both'}"));
    assertThat(body(switches))
        .isEqualTo(
            json(
                "{'ifMatch':'honoured','concurrentPut':'supersede','events':'both','trustedRoots':'exclusive','olderVersions':'drop','vaultCheck':'later','readLag':0}"));
    assertThat(azure.switches().ifMatch()).isEqualTo(Switches.IfMatch.HONOURED);
    ArmResponse latencies =
        azure.control("PATCH", "/latencies", json("{'gateway':0,'retryAfter':2500}"));
    assertThat(body(latencies).path("gateway").asInt()).isZero();
    assertThat(azure.put(GATEWAY, azure.read(GATEWAY)).header("Retry-After")).contains("3");
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
  }

  @Test
  void postsAnAlertFromCurrentHealth() throws IOException, InterruptedException {
    try (Webhook webhook = new Webhook()) {
      azure.control("PUT", "/backends/10.0.9.10", json("{'condition':'down'}"));
      String url = webhook.url("/api/alert?code=x");
      ArmResponse sent =
          azure.control("POST", "/gateways/agw-edge/alert", json("{'url':'" + url + "'}"));
      assertThat(body(sent).path("status").asInt()).isEqualTo(202);
      JsonNode alert = webhook.take();
      JsonNode documented = Reference.file("alert.unhealthy-host-count.fired.json");
      assertThat(Reference.shape(alert)).isSubsetOf(Reference.shape(documented));
      assertThat(alert.at("/data/essentials/alertTargetIDs/0"))
          .isEqualTo(documented.at("/data/essentials/alertTargetIDs/0"));
      assertThat(alert.at("/data/alertContext/condition/allOf")).hasSize(1);
      assertThat(alert.at("/data/alertContext/condition/allOf/0/dimensions/0/value").asText())
          .isEqualTo("images-pool~images-settings");
      assertThat(alert.at("/data/alertContext/condition/allOf/0/metricValue").asInt()).isEqualTo(1);

      azure.control(
          "POST", "/gateways/agw-edge/alert", json("{'url':'" + url + "','condition':'resolved'}"));
      assertThat(webhook.take().at("/data/essentials/resolvedDateTime").isTextual()).isTrue();
    }
  }

  @Test
  void showsWorldAndAudit() {
    azure.read(GATEWAY);
    ObjectNode world = body(look("/control/world", Map.of()));
    assertThat(world.path("resources").findValuesAsText("id")).contains(GATEWAY, SERVICE);
    assertThat(world.path("certificates")).hasSize(3);
    assertThat(body(look("/control/audit", Map.of())).path("entries")).hasSize(1);
    assertThat(body(look("/control/audit", Map.of("since", "1"))).path("entries")).isEmpty();
    assertThat(look("/control/audit", Map.of("since", "x")).status()).isEqualTo(400);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    ArmResponse bad =
        azure.control("POST", HOSTNAMES, json("{'type':'Gateway','keyVaultId':7,'colour':'red'}"));
    assertThat(bad.status()).isEqualTo(400);
    assertThat(fields(bad)).containsExactlyInAnyOrder("hostName", "type", "keyVaultId", "colour");
    assertThat(
            fields(
                azure.control("PATCH", "/switches", json("{'ifMatch':'maybe','events':'never'}"))))
        .containsExactlyInAnyOrder("ifMatch", "events");
    assertThat(
            fields(azure.control("PATCH", "/latencies", json("{'gateway':-1,'apim':1.5,'dns':3}"))))
        .containsExactlyInAnyOrder("gateway", "apim", "dns");
    assertThat(fields(azure.control("PUT", "/backends/x", json("{'condition':'sleepy'}"))))
        .containsExactly("condition");
    assertThat(fields(azure.control("POST", "/gateways/agw-edge/alert", json("{'url':'ftp://x'}"))))
        .containsExactly("url");
    assertThat(
            fields(
                azure.control(
                    "PUT", "/services/apim-contoso/private-address", json("{'address':'here'}"))))
        .containsExactly("address");
    assertThat(fields(azure.control("POST", HOSTNAMES, json("{'hostName':'api.contoso.com'}"))))
        .containsExactly("hostName");
    assertThat(azure.audit.entries()).as("bad input reaches no service").isEmpty();
  }

  @Test
  void saysWhatDoesNotExistAndWhatDoes() {
    ArmResponse service =
        azure.control("POST", "/services/apim-none/hostnames", json("{'hostName':'a.b'}"));
    assertThat(service.status()).isEqualTo(404);
    assertThat(service.body().orElseThrow().toString()).contains("apim-contoso");
    ArmResponse element =
        azure.control("PATCH", "/gateways/agw-edge/probes/none", json("{'properties':{}}"));
    assertThat(element.status()).isEqualTo(404);
    assertThat(element.body().orElseThrow().toString()).contains("shop-probe");
    assertThat(azure.control("DELETE", HOSTNAMES + "/none.contoso.com", json("{}")).status())
        .isEqualTo(404);
    assertThat(azure.control("GET", "/nothing", json("{}")).status()).isEqualTo(404);
    assertThat(azure.control("PUT", "/switches", json("{}")).status()).isEqualTo(400);
    assertThat(
            azure
                .azure
                .control()
                .handle("PATCH", "/control/switches", Map.of(), "{no json")
                .status())
        .isEqualTo(400);
    assertThat(azure.azure.control().handle("PATCH", "/control/switches", Map.of(), "[]").status())
        .isEqualTo(400);
  }

  @Test
  void listsItsRoutes() {
    List<String> paths = body(look("/control", Map.of())).path("routes").findValuesAsText("path");
    assertThat(paths).contains("/control/services/{service}/hostnames", "/control/world");
  }

  private ArmResponse look(String path, Map<String, String> query) {
    return azure.azure.control().handle("GET", path, query, "");
  }

  private static List<String> fields(ArmResponse response) {
    assertThat(response.status()).isEqualTo(400);
    return body(response).path("problems").findValuesAsText("field");
  }

  private List<ObjectNode> entries() {
    return Json.objects(azure.read(SERVICE), "properties", "hostnameConfigurations");
  }
}
