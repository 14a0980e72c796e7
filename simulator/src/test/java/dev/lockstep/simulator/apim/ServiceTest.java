package dev.lockstep.simulator.apim;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private final TestAzure azure = new TestAzure();

  @Test
  void showsWhatTheRecordingShows() {
    ObjectNode shown = azure.read(SERVICE);
    Set<String> missing = new TreeSet<>(fields(Reference.recorded("apim.put-create.201.json")));
    missing.removeAll(fields(shown));
    // The identity of the demo is user-assigned.
    missing.removeIf(field -> field.startsWith("/identity"));
    assertThat(missing).isEmpty();
    assertThat(shown.path("location").asText()).isEqualTo("West Europe");
    assertThat(shown.at("/properties/privateIPAddresses/0").asText()).isEqualTo("10.0.1.5");
    assertThat(azure.get(SERVICE).header("ETag"))
        .contains("\"" + shown.path("etag").asText() + "\"");
  }

  @Test
  void theBuiltInHostNameIsAlwaysThere() {
    assertThat(hostNames())
        .containsExactly(
            "apim-contoso.azure-api.net",
            "api.contoso.com",
            "portal.contoso.com",
            "management.contoso.com");
    azure.patch(SERVICE, json("{'properties':{'hostnameConfigurations':[]}}"));
    azure.finish();
    assertThat(hostNames()).containsExactly("apim-contoso.azure-api.net");
    JsonNode builtIn = azure.read(SERVICE).at("/properties/hostnameConfigurations/0");
    assertThat(builtIn.path("certificateSource").asText()).isEqualTo("BuiltIn");
    assertThat(builtIn.path("defaultSslBinding").asBoolean()).isTrue();
  }

  @Test
  void aChangeIsSlowAndLocksTheService() {
    ArmResponse patch = add("new.contoso.com");
    assertThat(patch.status()).isEqualTo(202);
    ObjectNode updating = azure.read(SERVICE);
    assertThat(updating.at("/properties/provisioningState").asText()).isEqualTo("Updating");
    assertThat(updating.at("/properties/targetProvisioningState").asText()).isEqualTo("Activating");
    assertThat(entry("new.contoso.com").path("certificateStatus").asText()).isEqualTo("InProgress");
    assertThat(entry("api.contoso.com").path("certificateStatus").asText()).isEqualTo("Completed");

    ArmResponse locked = add("other.contoso.com");
    assertThat(locked.status()).isEqualTo(409);
    assertThat(body(locked)).isEqualTo(Reference.error("apim.put.serviceLocked.409"));
    assertThat(azure.put(SERVICE, updating).status()).isEqualTo(409);

    String location = patch.header("Location").orElseThrow();
    ArmResponse poll = azure.get(location);
    assertThat(location).contains(SERVICE + "/operationresults/");
    assertThat(poll.status()).isEqualTo(202);
    assertThat(poll.body()).as("as recorded, a running poll has no body").isEmpty();
    assertThat(poll.header("Location")).contains(location);
    azure.finish();
    assertThat(azure.get(location).status()).isEqualTo(200);
    assertThat(body(azure.get(location)).path("name").asText()).isEqualTo("apim-contoso");
    assertThat(azure.read(SERVICE).at("/properties/provisioningState").asText())
        .isEqualTo("Succeeded");
    assertThat(azure.read(SERVICE).at("/properties/targetProvisioningState").asText()).isEmpty();
    assertThat(entry("new.contoso.com").path("certificateStatus").asText()).isEqualTo("Completed");
    assertThat(entry("new.contoso.com").path("certificate").path("subject").asText())
        .isEqualTo("CN=new.contoso.com");
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceWriteSuccess");
    assertThat(azure.events.get(0).data().path("operationName").asText())
        .isEqualTo("Microsoft.ApiManagement/service/write");
  }

  @Test
  void secretsOfHostNamesAreInputOnly() {
    ObjectNode document = azure.read(SERVICE);
    ((ArrayNode) document.at("/properties/hostnameConfigurations"))
        .addObject()
        .put("type", "Proxy")
        .put("hostName", "uploaded.contoso.com")
        .put("encodedCertificate", "MIIcertificate")
        .put("certificatePassword", "secret-word");
    ArmResponse put = azure.put(SERVICE, document);
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body().orElseThrow().toString())
        .doesNotContain("secret-word")
        .doesNotContain("MIIcertificate");
    azure.finish();
    assertThat(entry("uploaded.contoso.com").path("certificateSource").asText())
        .isEqualTo("Custom");
  }

  @Test
  void aNewServiceGetsAnAddressOfItsSubnet() {
    String id = GROUP + "/providers/Microsoft.ApiManagement/service/apim-new";
    ObjectNode body =
        json(
            "{'location':'westeurope','sku':{'name':'Developer','capacity':1},'properties':{'publisherEmail':'a@contoso.com','publisherName':'A','virtualNetworkType':'Internal','virtualNetworkConfiguration':{'subnetResourceId':'"
                + TestAzure.NETWORK
                + "/subnets/snet-apim'}}}");
    ArmResponse put = azure.put(id, body);
    assertThat(put.status()).isEqualTo(201);
    assertThat(body(put).at("/properties/provisioningState").asText()).isEqualTo("Created");
    assertThat(body(put).at("/properties/privateIPAddresses").isNull()).isTrue();
    assertThat(Json.objects(body(put), "properties", "hostnameConfigurations")).hasSize(1);
    azure.finish();
    assertThat(azure.read(id).at("/properties/privateIPAddresses/0").asText())
        .isEqualTo("10.0.1.6");
    assertThat(azure.read(GROUP + "/providers/Microsoft.ApiManagement/service").path("value"))
        .hasSize(2);
    assertThat(
            azure
                .read(TestAzure.SUBSCRIPTION + "/providers/Microsoft.ApiManagement/service")
                .path("value"))
        .hasSize(2);
    assertThat(azure.delete(id).status()).isEqualTo(202);
    azure.finish();
    assertThat(azure.get(id).status()).isEqualTo(404);
  }

  @Test
  void refusesAServiceWithoutPublisher() {
    ArmResponse put = azure.put(SERVICE + "-two", json("{'location':'westus','properties':{}}"));
    assertThat(put.status()).isEqualTo(400);
    assertThat(body(put).at("/error/message").asText()).contains("publisherEmail");
  }

  @Test
  void theOfficialMultiRegionExampleCanBePutAndReadBack() {
    JsonNode example =
        Reference.file("ApiManagementCreateMultiRegionServiceWithCustomHostname.json")
            .path("parameters")
            .path("parameters");
    assertThat(azure.put(SERVICE + "1", example).status()).isEqualTo(201);
    azure.finish();
    ObjectNode shown = azure.read(SERVICE + "1");
    assertThat(Json.objects(shown, "properties", "additionalLocations")).isNotEmpty();
    assertThat(Json.objects(shown, "properties", "hostnameConfigurations"))
        .hasSize(1 + example.at("/properties/hostnameConfigurations").size());
    assertThat(shown.path("sku")).isEqualTo(example.path("sku"));
  }

  @Test
  void networkStatusIsAnArrayPerLocation() {
    JsonNode status = azure.get(SERVICE + "/networkstatus").body().orElseThrow();
    assertThat(status.at("/0/location").asText()).isEqualTo("West Europe");
    assertThat(status.at("/0/networkStatus/connectivityStatus/0/status").asText())
        .isEqualTo("success");
  }

  @Test
  void applyingNetworkConfigurationIsASlowAction() {
    assertThat(azure.post(SERVICE + "/applynetworkconfigurationupdates").status()).isEqualTo(202);
    assertThat(azure.read(SERVICE).at("/properties/provisioningState").asText())
        .isEqualTo("Updating");
    azure.finish();
    assertThat(azure.eventTypes()).containsExactly("Microsoft.Resources.ResourceActionSuccess");
    assertThat(azure.events.get(0).data().path("operationName").asText())
        .isEqualTo("Microsoft.ApiManagement/service/applynetworkconfigurationupdates/action");
  }

  private ArmResponse add(String hostName) {
    ArrayNode entries = (ArrayNode) azure.read(SERVICE).at("/properties/hostnameConfigurations");
    entries
        .addObject()
        .put("type", "Proxy")
        .put("hostName", hostName)
        .put(
            "keyVaultId",
            "https://kv-edge.vault.azure.net/secrets/cert-" + hostName.replace('.', '-'));
    ObjectNode body = Json.object();
    body.putObject("properties").set("hostnameConfigurations", entries);
    return azure.patch(SERVICE, body);
  }

  private List<String> hostNames() {
    return Json.objects(azure.read(SERVICE), "properties", "hostnameConfigurations").stream()
        .map(entry -> entry.path("hostName").asText())
        .toList();
  }

  private ObjectNode entry(String hostName) {
    return Json.objects(azure.read(SERVICE), "properties", "hostnameConfigurations").stream()
        .filter(entry -> entry.path("hostName").asText().equals(hostName))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> fields(JsonNode node) {
    Set<String> fields = new TreeSet<>();
    Reference.shape(node)
        .forEach(
            field ->
                fields.add(
                    field
                        .replaceAll(" .*", "")
                        .replaceAll("/hostnameConfigurations.*", "")
                        .replaceAll(
                            "(IPAddresses|additionalLocations|customProperties|certificates|virtualNetworkConfiguration).*",
                            "$1")));
    return fields;
  }
}
