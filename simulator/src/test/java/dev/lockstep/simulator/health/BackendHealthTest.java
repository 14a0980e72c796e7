package dev.lockstep.simulator.health;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Reference;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class BackendHealthTest {
  private static final String ROOT = "MIIroot0";

  private final TestAzure azure = new TestAzure();

  @Test
  void theAnswerComesLaterInTheRecordedShape() {
    ArmResponse post = azure.post(GATEWAY + "/backendhealth");
    assertThat(post.status()).isEqualTo(202);
    assertThat(post.body()).contains(NullNode.getInstance());
    String location = post.header("Location").orElseThrow();
    assertThat(location)
        .contains("/providers/Microsoft.Network/locations/westeurope/operationResults/");
    ArmResponse poll = azure.get(location);
    assertThat(poll.status()).isEqualTo(202);
    assertThat(poll.body()).contains(NullNode.getInstance());
    assertThat(poll.header("Location")).contains(location);
    azure.finish();
    ArmResponse done = azure.get(location);
    assertThat(done.status()).isEqualTo(200);
    assertThat(Reference.shape(body(done)))
        .contains(
            "/backendAddressPools/*/backendAddressPool/id STRING",
            "/backendAddressPools/*/backendHttpSettingsCollection/*/backendHttpSettings/id STRING",
            "/backendAddressPools/*/backendHttpSettingsCollection/*/servers/*/address STRING",
            "/backendAddressPools/*/backendHttpSettingsCollection/*/servers/*/health STRING",
            "/backendAddressPools/*/backendHttpSettingsCollection/*/servers/*/healthProbeLog STRING");
    assertThat(Reference.shape(Reference.recorded("backendhealth.poll.200.json")))
        .containsAll(Reference.shape(body(done)));
    assertThat(azure.events.get(0).type()).isEqualTo("Microsoft.Resources.ResourceActionSuccess");
    assertThat(azure.events.get(0).data().path("operationName").asText())
        .isEqualTo("Microsoft.Network/applicationGateways/backendhealth/action");
  }

  @Test
  void expandShowsPoolsAndSettingsWhole() {
    ArmResponse post = azure.post(GATEWAY + "/backendhealth?api-version=2024-05-01&$expand=all");
    azure.finish();
    JsonNode pool =
        body(azure.get(post.header("Location").orElseThrow())).at("/backendAddressPools/0");
    assertThat(pool.at("/backendAddressPool/properties/backendAddresses/0/fqdn").asText())
        .isEqualTo("shop-we.azurewebsites.net");
  }

  @Test
  void pairsPoolsAndSettingsAsTheRulesDo() {
    JsonNode health = health();
    assertThat(health.path("backendAddressPools").findValuesAsText("id"))
        .containsExactlyInAnyOrder(
            GATEWAY + "/backendAddressPools/shop-pool",
            GATEWAY + "/backendHttpSettingsCollection/shop-settings",
            GATEWAY + "/backendAddressPools/images-pool",
            GATEWAY + "/backendHttpSettingsCollection/images-settings",
            GATEWAY + "/backendAddressPools/sink-hole",
            GATEWAY + "/backendHttpSettingsCollection/shop-settings");
    assertThat(health.findValuesAsText("health")).hasSize(4).containsOnly("Healthy");
  }

  @Test
  void everythingRightIsHealthy() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    assertServer("Healthy", "Success. Received 200 status code");
  }

  @Test
  void aNameThatTheLinkedZoneLacksCannotBeProbed() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    assertServer(
        "Unhealthy",
        "Application Gateway could not create a probe for this backend. This usually happens when the FQDN of the backend has not been entered correctly.");
  }

  @Test
  void aNameThatNobodyOwnsIsUnknown() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    azure.delete(ZONE + "/virtualNetworkLinks/link-vnet-edge");
    azure.finish();
    assertServer(
        "Unknown",
        "The backend health status could not be retrieved. This happens when an NSG/UDR/Firewall on the application gateway subnet is blocking traffic on ports 65503-65534 in case of v1 SKU, and ports 65200-65535 in case of the v2 SKU or if the FQDN configured in the backend pool could not be resolved to an IP address. To learn more visit - https://aka.ms/UnknownBackendHealth.");
  }

  @Test
  void anAddressWhereNobodyListensCannotBeConnected() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.77");
    assertServer(
        "Unhealthy",
        "Application Gateway could not connect to the backend. Check that the backend responds on the port used for the probe. Also check whether any NSG/UDR/Firewall is blocking access to the Ip and port of this backend.");
  }

  @Test
  void aServiceThatMovedIsNoLongerThere() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    azure.control("PUT", "/services/apim-contoso/private-address", json("{'address':'10.0.1.9'}"));
    azure.finish();
    assertThat(server().path("health").asText()).isEqualTo("Unhealthy");
    record("10.0.1.9");
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void aHostNameThatTheServiceDoesNotKnowIsNotFound() {
    publish("other.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    assertServer(
        "Unhealthy",
        "Status code of the backend's HTTP response did not match the probe setting. Expected:200-399 Received:404.");
  }

  @Test
  void aHostNameIsKnownOnlyWhenTheUpdateIsDone() {
    publish("new.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    azure.control(
        "POST", "/services/apim-contoso/hostnames", json("{'hostName':'new.contoso.com'}"));
    assertThat(server().path("health").asText()).isEqualTo("Unhealthy");
    azure.finish();
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void theWrongPathIsNotFoundAndThePathGoesWithTheType() {
    publish("api.contoso.com", "/signin");
    record("10.0.1.5");
    assertThat(server().path("healthProbeLog").asText()).endsWith("Received:404.");
    publish("portal.contoso.com", "/signin");
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
    publish("management.contoso.com", "/ServiceStatus");
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void withoutAProbeTheDefaultHostIsAskedAndNotKnown() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    ObjectNode document = azure.read(GATEWAY);
    Json.objects(document, "properties", "backendHttpSettingsCollection").stream()
        .filter(settings -> settings.path("name").asText().equals("ours"))
        .forEach(settings -> Json.child(settings, "properties").remove("probe"));
    azure.put(GATEWAY, document);
    assertThat(server().path("healthProbeLog").asText()).endsWith("Received:404.");
  }

  @Test
  void anAddressInThePoolNeedsNoDns() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    ObjectNode document = azure.read(GATEWAY);
    Json.objects(document, "properties", "backendAddressPools").stream()
        .filter(pool -> pool.path("name").asText().equals("ours"))
        .forEach(
            pool ->
                Json.child(pool, "properties")
                    .putArray("backendAddresses")
                    .addObject()
                    .put("ipAddress", "10.0.1.5"));
    azure.put(GATEWAY, document);
    assertServer("Healthy", "Success. Received 200 status code");
    assertThat(server().path("address").asText()).isEqualTo("10.0.1.5");
  }

  @Test
  void serversCanBeSwitched() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    condition("down");
    assertThat(server().path("healthProbeLog").asText())
        .startsWith("Application Gateway could not connect to the backend.");
    condition("slow");
    assertServer(
        "Unhealthy",
        "Time taken by the backend to respond to application gateway's health probe is more than the timeout threshold in the probe setting.");
    condition("error");
    assertThat(server().path("healthProbeLog").asText()).endsWith("Expected:200-399 Received:500.");
    condition("up");
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void aPrivateRootMustBeAmongTheTrustedRoots() {
    publish("api.contoso.com", "/status-0123456789abcdef");
    record("10.0.1.5");
    azure.control(
        "POST",
        "/vaults/kv-edge/certificates/cert-api-contoso-com/renew",
        json("{'root':'" + ROOT + "'}"));
    assertServer(
        "Unhealthy",
        "The backend Server certificate is not signed by a well-known Certificate Authority (CA). To use unknown CA certificates, its Root certificate must be uploaded to the Backend Setting of the application gateway.");
    trust("MIIother");
    assertServer(
        "Unhealthy",
        "The root certificate of the server certificate used by the backend doesn't match the trusted root certificate added to the application gateway. Ensure that you add the correct root certificate to allowlist the backend.");
    trust(ROOT);
    assertThat(server().path("health").asText()).isEqualTo("Healthy");
    String pem = "-----BEGIN CERTIFICATE-----\r\n" + ROOT + "\r\n-----END CERTIFICATE-----\r\n";
    trust(Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII)));
    assertThat(server().path("health").asText())
        .as("base64 of PEM is the same root")
        .isEqualTo("Healthy");
  }

  private void trust(String data) {
    ObjectNode document = azure.read(GATEWAY);
    var roots = Json.child(document, "properties").withArray("trustedRootCertificates");
    roots.removeIf(root -> root.path("name").asText().equals("ours"));
    roots.addObject().put("name", "ours").putObject("properties").put("data", data);
    Json.objects(document, "properties", "backendHttpSettingsCollection").stream()
        .filter(settings -> settings.path("name").asText().equals("ours"))
        .forEach(
            settings ->
                Json.child(settings, "properties")
                    .putArray("trustedRootCertificates")
                    .addObject()
                    .put("id", GATEWAY + "/trustedRootCertificates/ours"));
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
  }

  private void condition(String condition) {
    assertThat(
            azure
                .control(
                    "PUT", "/backends/api.contoso.com", json("{'condition':'" + condition + "'}"))
                .status())
        .isEqualTo(200);
  }

  /** One host name through the gateway, with a pool that names api.contoso.com. */
  private void publish(String host, String path) {
    ObjectNode document = azure.read(GATEWAY);
    put(document, "backendAddressPools", "{'backendAddresses':[{'fqdn':'api.contoso.com'}]}");
    put(
        document,
        "probes",
        "{'protocol':'Https','host':'"
            + host
            + "','path':'"
            + path
            + "','interval':30,'timeout':30,'unhealthyThreshold':3}");
    put(
        document,
        "backendHttpSettingsCollection",
        "{'port':443,'protocol':'Https','hostName':'"
            + host
            + "','probe':{'id':'"
            + GATEWAY
            + "/probes/ours'}}");
    put(
        document,
        "httpListeners",
        "{'frontendIPConfiguration':{'id':'"
            + GATEWAY
            + "/frontendIPConfigurations/appGwPublicFrontendIpIPv4'},'frontendPort':{'id':'"
            + GATEWAY
            + "/frontendPorts/port_8443'},'protocol':'Http'}");
    put(
        document,
        "requestRoutingRules",
        "{'priority':9,'httpListener':{'id':'"
            + GATEWAY
            + "/httpListeners/ours'},'backendAddressPool':{'id':'"
            + GATEWAY
            + "/backendAddressPools/ours'},'backendHttpSettings':{'id':'"
            + GATEWAY
            + "/backendHttpSettingsCollection/ours'}}");
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
    azure.finish();
  }

  private static void put(ObjectNode document, String collection, String properties) {
    var elements = Json.child(document, "properties").withArray(collection);
    elements.removeIf(element -> element.path("name").asText().equals("ours"));
    elements.addObject().put("name", "ours").set("properties", json(properties));
  }

  private void record(String address) {
    azure.put(
        ZONE + "/A/api",
        json("{'properties':{'ttl':300,'aRecords':[{'ipv4Address':'" + address + "'}]}}"));
  }

  private ObjectNode health() {
    return body(
        azure
            .azure
            .control()
            .handle("GET", "/control/gateways/agw-edge/health", java.util.Map.of(), ""));
  }

  private JsonNode server() {
    for (JsonNode pool : health().path("backendAddressPools")) {
      if (pool.at("/backendAddressPool/id").asText().endsWith("/ours")) {
        return pool.at("/backendHttpSettingsCollection/0/servers/0");
      }
    }
    throw new AssertionError("the pool is not in the answer: " + health());
  }

  private void assertServer(String health, String log) {
    JsonNode server = server();
    assertThat(server.path("health").asText()).isEqualTo(health);
    assertThat(server.path("healthProbeLog").asText()).isEqualTo(log);
  }
}
