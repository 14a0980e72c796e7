package dev.lockstep.simulator.arm;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.SUBSCRIPTION;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.TestAzure;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArmApiTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void aResourceStaysWhereItWasMade() {
    TestAzure azure = new TestAzure();
    var document = azure.read(TestAzure.GATEWAY);
    ArmResponse refused =
        azure.put(TestAzure.GATEWAY, document.deepCopy().put("location", "eastus"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(TestAzure.body(refused).at("/error/code").asText())
        .isEqualTo("InvalidResourceLocation");
    assertThat(azure.read(TestAzure.GATEWAY)).isEqualTo(document);
    assertThat(
            azure
                .put(TestAzure.GATEWAY, document.deepCopy().put("location", "West Europe"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void asksForTheApiVersion() {
    ArmResponse response = azure.get(GATEWAY + "?");
    assertRefused(response, 400, "MissingApiVersionParameter");
    assertThat(body(response).at("/error/message").asText())
        .isEqualTo("The api-version query parameter (?api-version=) is required for all requests.");
  }

  @Test
  void refusesApiVersionsOfNoFormOrOutOfRange() {
    assertRefused(azure.get(GATEWAY + "?api-version=latest"), 400, "InvalidApiVersionParameter");
    assertRefused(azure.get(GATEWAY + "?api-version=1999-01-01"), 400, "NoRegisteredProviderFound");
    assertRefused(azure.get(GATEWAY + "?api-version=2031-01-01"), 400, "NoRegisteredProviderFound");
    for (String version :
        new String[] {"2021-08-01", "2022-08-01", "2023-09-01-preview", "2024-05-01"}) {
      assertThat(azure.get(TestAzure.SERVICE + "?api-version=" + version).status()).isEqualTo(200);
    }
    assertRefused(
        azure.get(TestAzure.SERVICE + "?api-version=2019-12-01"), 400, "NoRegisteredProviderFound");
  }

  @Test
  void saysWhatDoesNotExist() {
    ArmResponse gateway = azure.get(GATEWAY.replace("agw-edge", "agw-none"));
    assertRefused(gateway, 404, "ResourceNotFound");
    assertThat(body(gateway).at("/error/message").asText())
        .isEqualTo(
            "The Resource 'Microsoft.Network/applicationGateways/agw-none' under resource group 'rg-edge' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
    assertRefused(azure.get(GATEWAY.replace("rg-edge", "rg-none")), 404, "ResourceGroupNotFound");
    assertRefused(azure.get(GATEWAY.replace("11111111", "99999999")), 404, "SubscriptionNotFound");
    assertRefused(
        azure.get(GROUP + "/providers/Microsoft.Network/teapots/one"), 404, "InvalidResourceType");
    assertRefused(
        azure.get(GROUP + "/providers/Contoso.Tea/teapots/one"), 404, "InvalidResourceType");
    assertRefused(azure.get("/nowhere/at/all"), 404, "NotFound");
    assertRefused(azure.get("/favicon.ico"), 404, "InvalidResourceType");
    assertRefused(azure.post(GATEWAY + "/levitate"), 404, "InvalidResourceType");
  }

  @Test
  void refusesMethodsThatATypeDoesNotKnow() {
    assertRefused(azure.delete(SUBSCRIPTION), 405, "MethodNotAllowed");
  }

  @Test
  void everyAnswerCarriesTheHeadersOfArm() {
    ArmResponse response =
        azure.request(
            "GET",
            GATEWAY,
            "",
            Map.of(
                "x-ms-client-request-id", "mine",
                "x-ms-return-client-request-id", "true",
                "x-ms-correlation-request-id", "ours"));
    assertThat(response.header("x-ms-request-id")).isPresent();
    assertThat(response.header("x-ms-correlation-request-id")).contains("ours");
    assertThat(response.header("x-ms-client-request-id")).contains("mine");
    assertThat(response.header("x-ms-routing-request-id").orElse("")).endsWith(":ours");
    assertThat(response.header("Cache-Control")).contains("no-cache");
    assertThat(response.header("x-ms-ratelimit-remaining-subscription-reads")).contains("249");
    assertThat(response.header("x-ms-ratelimit-remaining-subscription-global-reads"))
        .contains("3749");
    assertThat(
            azure
                .put(GATEWAY, azure.read(GATEWAY))
                .header("x-ms-ratelimit-remaining-subscription-writes"))
        .contains("199");
  }

  @Test
  void theBucketsFillUpAgain() {
    for (int i = 0; i < 100; i++) {
      azure.read(GATEWAY);
    }
    assertThat(azure.get(GATEWAY).header("x-ms-ratelimit-remaining-subscription-reads"))
        .contains("149");
    azure.pass(Duration.ofSeconds(2));
    assertThat(azure.get(GATEWAY).header("x-ms-ratelimit-remaining-subscription-reads"))
        .contains("198");
  }

  @Test
  void slashesMayBeDoubled() {
    assertThat(azure.get("/" + GATEWAY).status()).isEqualTo(200);
  }

  @Test
  void listsSubscriptionsTenantsAndGroups() {
    assertThat(azure.read("/subscriptions").at("/value/0/id").asText()).isEqualTo(SUBSCRIPTION);
    assertThat(azure.read(SUBSCRIPTION).path("state").asText()).isEqualTo("Enabled");
    assertThat(azure.read("/tenants").path("value")).hasSize(1);
    assertThat(azure.read(SUBSCRIPTION + "/resourcegroups").at("/value/0/name").asText())
        .isEqualTo("rg-edge");
    assertThat(azure.read(GROUP).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    String other = SUBSCRIPTION + "/resourceGroups/rg-new";
    assertThat(azure.put(other, json("{'location':'westus'}")).status()).isEqualTo(201);
    assertThat(azure.put(other, json("{'location':'westus','tags':{'a':'b'}}")).status())
        .isEqualTo(200);
    assertThat(azure.read(other).at("/tags/a").asText()).isEqualTo("b");
    assertRefused(
        azure.get(SUBSCRIPTION + "/resourceGroups/rg-none"), 404, "ResourceGroupNotFound");
  }

  @Test
  void anUnknownOperationIsNotFound() {
    assertRefused(
        azure.get(
            SUBSCRIPTION + "/providers/Microsoft.Network/locations/westeurope/operations/none"),
        404,
        "ResourceNotFound");
  }

  private static void assertRefused(ArmResponse response, int status, String code) {
    assertThat(body(response).at("/error/code").asText()).isEqualTo(code);
    assertThat(response.status()).isEqualTo(status);
  }
}
