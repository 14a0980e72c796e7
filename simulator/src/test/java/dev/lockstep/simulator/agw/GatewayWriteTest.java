package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.openapi.OutsideSpecification;
import dev.lockstep.simulator.world.Switches;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayWriteTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void anUpdateAnswers200AndGoesOn() {
    ObjectNode before = azure.read(GATEWAY);
    ArmResponse put = azure.put(GATEWAY, before);

    assertThat(put.status()).isEqualTo(200);
    assertThat(put.header("azure-asyncnotification")).contains("Enabled");
    assertThat(put.header("Retry-After")).contains("1");
    String operation = put.header("Azure-AsyncOperation").orElseThrow();
    assertThat(operation)
        .startsWith(
            "https://management.azure.com"
                + TestAzure.SUBSCRIPTION
                + "/providers/Microsoft.Network/locations/westeurope/operations/"
                + put.header("x-ms-request-id").orElseThrow());
    ArmResponse running = azure.get(operation);
    assertThat(running.status()).isEqualTo(200);
    assertThat(running.body()).contains(Reference.recorded("lro.operation.inprogress.200.json"));
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Updating");

    azure.finish();

    assertThat(azure.get(operation).body())
        .contains(Reference.recorded("lro.operation.succeeded.200.json"));
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
  }

  @Test
  void theEtagChangesAtAcceptanceAndAgainAtCompletion() {
    ObjectNode before = azure.read(GATEWAY);
    String atPut = body(azure.put(GATEWAY, before)).path("etag").asText();
    String running = azure.read(GATEWAY).path("etag").asText();
    azure.finish();
    ArmResponse after = azure.get(GATEWAY);

    assertThat(atPut).startsWith("W/\"").isNotEqualTo(before.path("etag").asText());
    assertThat(running).isEqualTo(atPut);
    assertThat(after.header("ETag").orElseThrow())
        .isEqualTo(body(after).path("etag").asText())
        .isNotEqualTo(atPut);
  }

  @Test
  void everySubResourceShowsTheStateAndEtagOfTheGateway() {
    ObjectNode shown = body(azure.put(GATEWAY, azure.read(GATEWAY)));
    String etag = shown.path("etag").asText();
    for (String collection : Parts.in(shown)) {
      for (ObjectNode element : Parts.of(shown, collection)) {
        assertThat(element.path("etag").asText()).as(collection).isEqualTo(etag);
        assertThat(element.at("/properties/provisioningState").asText()).isEqualTo("Updating");
        assertThat(element.path("id").asText())
            .isEqualTo(GATEWAY + "/" + collection + "/" + Parts.name(element));
        assertThat(element.path("type").asText())
            .isEqualTo(
                collection.equals("rewriteRuleSets")
                    ? ""
                    : "Microsoft.Network/applicationGateways/" + collection);
      }
    }
  }

  @Test
  void aNewGatewayAnswers201AndRunsWhenItIsDone() {
    String id = GROUP + "/providers/Microsoft.Network/applicationGateways/agw-new";
    ObjectNode document = renamed(azure.read(GATEWAY), "agw-new");
    Json.child(
            Parts.named(document, "sslCertificates", "legacy-shop-uploaded").orElseThrow(),
            "properties")
        .put("data", "****");
    ArmResponse put = azure.put(id, document);

    assertThat(put.status()).isEqualTo(201);
    assertThat(body(put).at("/properties/operationalState").asText()).isEqualTo("Stopped");
    assertThat(Reference.shape(body(put)))
        .contains("/properties/resourceGuid STRING", "/properties/probes/*/etag STRING");
    azure.finish();
    assertThat(azure.read(id).at("/properties/operationalState").asText()).isEqualTo("Running");
  }

  @Test
  void whatIsNotInTheBodyIsRemoved() {
    ObjectNode document = azure.read(GATEWAY);
    Json.child(document, "properties").withArray("frontendPorts").remove(2);
    azure.put(GATEWAY, document);
    assertThat(Parts.of(azure.read(GATEWAY), "frontendPorts"))
        .extracting(Parts::name)
        .containsExactly("port_80", "port_443");
  }

  @Test
  void missingCollectionsAreFine() {
    ObjectNode document = azure.read(GATEWAY);
    ObjectNode properties = Json.child(document, "properties");
    properties.remove("trustedClientCertificates");
    properties.remove("loadDistributionPolicies");
    properties.remove("sslProfiles");
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
    assertThat(azure.read(GATEWAY).at("/properties/sslProfiles").isArray()).isTrue();
  }

  @Test
  void uploadedSecretsAreNeverReturnedAndStayWhenNotSentBack() {
    ObjectNode document = azure.read(GATEWAY);
    ObjectNode certificate =
        Parts.named(document, "sslCertificates", "legacy-shop-uploaded").orElseThrow();
    Json.child(certificate, "properties").put("data", "****").put("password", "secret-word");
    ObjectNode answer = body(azure.put(GATEWAY, document));
    assertThat(answer.toString()).doesNotContain("secret-word").doesNotContain("****");

    azure.finish();
    ObjectNode again = azure.read(GATEWAY);
    assertThat(again.toString()).doesNotContain("secret-word");
    String kept = azure.lastAudit().hashAfter().orElse("");
    azure.put(GATEWAY, again);
    assertThat(azure.lastAudit().hashAfter())
        .as("a PUT without data keeps the uploaded certificate")
        .isEqualTo(azure.lastAudit().hashBefore())
        .isNotEqualTo(Optional.of(kept));
    assertThat(
            azure
                .azure
                .control()
                .handle("GET", "/control/world", java.util.Map.of(), "")
                .body()
                .orElseThrow()
                .toString())
        .doesNotContain("secret-word");
  }

  @Test
  void ifMatchIsIgnoredByDefault() {
    ArmResponse put = azure.put(GATEWAY, azure.read(GATEWAY), "If-Match", "W/\"stale\"");
    assertThat(put.status()).isEqualTo(200);
    assertThat(azure.lastAudit().ifMatch()).contains("W/\"stale\"");
  }

  @Test
  void ifMatchIsHonouredBySwitch() {
    azure.set(azure.switches().withIfMatch(Switches.IfMatch.HONOURED));
    ObjectNode document = azure.read(GATEWAY);

    ArmResponse stale = azure.put(GATEWAY, document, "If-Match", "W/\"stale\"");
    assertThat(stale.status()).isEqualTo(412);
    assertThat(body(stale).at("/error/details/0/code").asText())
        .isEqualTo("PreconditionFailedEtagMismatch");
    assertThat(azure.read(GATEWAY).path("etag")).isEqualTo(document.path("etag"));

    assertThat(azure.put(GATEWAY, document, "If-Match", document.path("etag").asText()).status())
        .isEqualTo(200);
    assertThat(azure.put(GATEWAY, document, "If-Match", "*").status()).isEqualTo(200);
    assertThat(azure.put(GATEWAY, document, "If-Match", document.path("etag").asText()).status())
        .as("the etag changed at acceptance")
        .isEqualTo(412);
  }

  @Test
  void aSecondPutSupersedesTheFirst() {
    ArmResponse first = azure.put(GATEWAY, azure.read(GATEWAY));
    azure.pass(Duration.ofMillis(500));
    ArmResponse second = azure.put(GATEWAY, azure.read(GATEWAY));

    assertThat(second.status()).isEqualTo(200);
    JsonNode canceled =
        azure.get(first.header("Azure-AsyncOperation").orElseThrow()).body().orElseThrow();
    ObjectNode wanted = Reference.error("agw.put.superseded.asyncOperation.200");
    assertThat(Reference.shape(canceled)).isEqualTo(Reference.shape(wanted));
    assertThat(canceled.path("status").asText()).isEqualTo("Canceled");
    assertThat(canceled.at("/error/details/0/message").asText())
        .isEqualTo(
            "Operation PutApplicationGatewayOperation (%s) was canceled and superseded by operation PutApplicationGatewayOperation (%s)."
                .formatted(requestId(first), requestId(second)));

    azure.pass(Duration.ofMillis(1600));
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .as("the time of the first operation does not count")
        .isEqualTo("Updating");
    azure.pass(Duration.ofMillis(400));
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    assertThat(azure.eventTypes())
        .containsExactly(
            "Microsoft.Resources.ResourceWriteCancel", "Microsoft.Resources.ResourceWriteSuccess");
  }

  @Test
  void newTagsSupersedeToo() {
    ArmResponse put = azure.put(GATEWAY, azure.read(GATEWAY));
    ArmResponse tags = azure.patch(GATEWAY, json("{'tags':{'a':'b'}}"));
    JsonNode first = body(azure.get(put.header("Azure-AsyncOperation").orElseThrow()));
    assertThat(first.path("status").asText()).isEqualTo("Canceled");
    assertThat(first.at("/error/details/0/message").asText())
        .contains("superseded by operation PatchApplicationGatewayOperation");
    azure.finish();
    JsonNode second = body(azure.get(tags.header("Azure-AsyncOperation").orElseThrow()));
    assertThat(second.path("status").asText()).isEqualTo("Succeeded");
    assertThat(azure.read(GATEWAY).at("/tags/a").asText()).isEqualTo("b");
  }

  @Test
  void aSecondPutIsRefusedBySwitch() {
    azure.set(azure.switches().withConcurrentPut(Switches.ConcurrentPut.REFUSE));
    ArmResponse first = azure.put(GATEWAY, azure.read(GATEWAY));
    ArmResponse second = azure.put(GATEWAY, azure.read(GATEWAY));

    assertThat(second.status()).isEqualTo(429);
    assertThat(second.header("Retry-After")).contains("2");
    assertThat(Reference.shape(body(second)))
        .isEqualTo(Reference.shape(Reference.error("agw.put.locked.429")));
    assertThat(body(second).at("/error/details/0/message").asText())
        .isEqualTo(
            "Operation PutApplicationGatewayOperation (%s) is updating resource %s. The call can be retried in 2 seconds."
                .formatted(requestId(first), GATEWAY));
    azure.finish();
    assertThat(azure.put(GATEWAY, azure.read(GATEWAY)).status()).isEqualTo(200);
  }

  @Test
  @OutsideSpecification("the specification has only tags")
  void patchChangesTagsOnlyAndIsAnOperationToo() {
    ArmResponse patch =
        azure.patch(GATEWAY, json("{'tags':{'env':'test'},'properties':{'enableHttp2':false}}"));
    assertThat(patch.status()).isEqualTo(200);
    assertThat(patch.header("Azure-AsyncOperation")).isPresent();
    assertThat(body(patch).path("tags")).isEqualTo(json("{'env':'test'}"));
    assertThat(body(patch).at("/properties/enableHttp2").asBoolean()).isTrue();
    ArmResponse put = azure.put(GATEWAY, azure.read(GATEWAY));
    assertThat(
            body(azure.get(patch.header("Azure-AsyncOperation").orElseThrow()))
                .at("/error/details/0/message")
                .asText())
        .startsWith("Operation PatchApplicationGatewayOperation (" + requestId(patch))
        .endsWith("PutApplicationGatewayOperation (" + requestId(put) + ").");
  }

  @Test
  void anUnreadableSecretFailsTheOperationAndKeepsTheNewDocument() {
    azure.control(
        "PUT", "/vaults/kv-tailwind/secrets/wild-tailwind/access", json("{'allowed':false}"));
    ObjectNode document = azure.read(GATEWAY);
    document.withObject("/tags").put("new", "yes");
    ArmResponse put = azure.put(GATEWAY, document);
    assertThat(put.status()).isEqualTo(200);
    azure.finish();

    ObjectNode status = body(azure.get(put.header("Azure-AsyncOperation").orElseThrow()));
    assertThat(status.path("status").asText()).isEqualTo("Failed");
    assertThat(Reference.shape(status))
        .isEqualTo(Reference.shape(Reference.error("agw.put.keyVaultDenied.asyncOperation.200")));
    assertThat(status.at("/error/details/0/message").asText())
        .startsWith(
            "Access denied for KeyVault Secret 'https://kv-tailwind.vault.azure.net/secrets/wild-tailwind'");
    ObjectNode failed = azure.read(GATEWAY);
    assertThat(failed.at("/properties/provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.at("/tags/new").asText()).isEqualTo("yes");
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceWriteFailure");
  }

  @Test
  void aDeletedGatewayIsGoneWhenTheOperationEnds() {
    ArmResponse delete = azure.delete(GATEWAY);
    assertThat(delete.status()).isEqualTo(202);
    assertThat(azure.read(GATEWAY).at("/properties/provisioningState").asText())
        .isEqualTo("Deleting");
    assertThat(azure.put(GATEWAY, azure.read(GATEWAY)).status()).isEqualTo(409);
    assertThat(azure.get(delete.header("Location").orElseThrow()).status()).isEqualTo(202);
    azure.finish();
    assertThat(azure.get(delete.header("Location").orElseThrow()).status()).isEqualTo(204);
    assertThat(azure.get(GATEWAY).status()).isEqualTo(404);
    assertThat(azure.delete(GATEWAY).status()).isEqualTo(204);
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceDeleteSuccess");
  }

  @Test
  void idsAreComparedWithoutCaseAndShownAsTheirCreatorWroteThem() {
    ObjectNode shown =
        azure.read(GATEWAY.toUpperCase(Locale.ROOT).replace("API-VERSION", "api-version"));
    assertThat(shown.path("id").asText()).isEqualTo(GATEWAY);
    ObjectNode document = azure.read(GATEWAY);
    ObjectNode rule = Parts.of(document, "requestRoutingRules").get(1);
    ObjectNode listener = (ObjectNode) rule.at("/properties/httpListener");
    listener.put("id", listener.path("id").asText().toLowerCase(Locale.ROOT));
    assertThat(azure.put(GATEWAY.toLowerCase(Locale.ROOT), document).status()).isEqualTo(200);
    assertThat(azure.read(GATEWAY).path("id").asText()).isEqualTo(GATEWAY);
  }

  @Test
  void listsByGroupAndBySubscription() {
    for (String scope : List.of(GROUP, TestAzure.SUBSCRIPTION)) {
      JsonNode page = azure.read(scope + "/providers/Microsoft.Network/applicationGateways");
      assertThat(page.path("value")).hasSize(1);
      assertThat(page.at("/value/0/id").asText()).isEqualTo(GATEWAY);
    }
  }

  @Test
  void identitiesShowTheirIdsWhateverTheClientSent() {
    ObjectNode document = azure.read(GATEWAY);
    JsonNode before = document.at("/identity").deepCopy();
    document
        .withObject("/identity/userAssignedIdentities")
        .properties()
        .forEach(identity -> identity.setValue(Json.object()));
    azure.put(GATEWAY, document);
    assertThat(azure.read(GATEWAY).at("/identity")).isEqualTo(before);
    assertThat(before.findValuesAsText("clientId")).isNotEmpty();
  }

  private static String requestId(ArmResponse response) {
    return response.header("x-ms-request-id").orElseThrow();
  }

  private static ObjectNode renamed(ObjectNode document, String name) {
    return json(
        document
            .toString()
            .replace("'", "’")
            .replace("applicationGateways/agw-edge", "applicationGateways/" + name));
  }
}
