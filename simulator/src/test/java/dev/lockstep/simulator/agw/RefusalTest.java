package dev.lockstep.simulator.agw;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.NETWORK;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.Switches;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Documented refusals of a gateway document: one row each. */
class RefusalTest {
  private final TestAzure azure = new TestAzure();

  static Stream<Arguments> refusals() {
    return Stream.of(
        row(
            "ApplicationGatewayProbeUnhealthyThresholdIsInvalid",
            set("probes", "unhealthyThreshold", 21)),
        row("ApplicationGatewayProbeIntervalIsInvalid", set("probes", "interval", 86401)),
        row("ApplicationGatewayProbeTimeoutIsInvalid", set("probes", "timeout", -1)),
        row(
            "ApplicationGatewayBackendHttpSettingsRequestTimeoutIsInvalid",
            set(SETTINGS, "requestTimeout", 0)),
        row("ApplicationGatewayBackendHttpSettingsPortIsInvalid", set(SETTINGS, "port", 65536)),
        row("ApplicationGatewayFrontendPortIsInvalid", set("frontendPorts", "port", 0)),
        row(
            "ApplicationGatewayBackendHttpSettingsDrainTimeoutIsInvalid",
            edit(
                SETTINGS,
                at ->
                    at.putObject("connectionDraining")
                        .put("enabled", true)
                        .put("drainTimeoutInSec", 3601))),
        row(
            "ApplicationGatewayBackendHttpSettingsHostNameFieldConflict",
            edit(
                SETTINGS,
                at ->
                    at.put("hostName", "a.contoso.com")
                        .put("pickHostNameFromBackendAddress", true))),
        row(
            "ApplicationGatewayProbeHostFieldConflict",
            edit(
                "probes",
                at ->
                    at.put("host", "a.contoso.com")
                        .put("pickHostNameFromBackendHttpSettings", true))),
        row(
            "ApplicationGatewayHttpListenerHostNameFieldConflict",
            edit(
                "httpListeners",
                at ->
                    at.put("hostName", "a.contoso.com")
                        .putArray("hostNames")
                        .add("b.contoso.com"))),
        row(
            "ApplicationGatewayHttpListenerInvalidHostName",
            edit("httpListeners", at -> at.put("hostName", "*.contoso.com"))),
        row("ApplicationGatewayHttpListenerInvalidHostName", names("*.*.*.contoso.com")),
        row(
            "ApplicationGatewayHttpListenerHostNamesLimitReached",
            names("a", "b", "c", "d", "e", "f")),
        row(
            "ApplicationGatewayFirewallCannotBeEnabledForSelectedSku",
            document ->
                document
                    .withObject("/properties/sku")
                    .put("name", "Standard_v2")
                    .put("tier", "Standard_v2")),
        row(
            "ApplicationGatewaySslCertificateDataMustBeSpecified",
            document ->
                document
                    .withObject("/properties")
                    .withArray("sslCertificates")
                    .addObject()
                    .put("name", "new")
                    .putObject("properties")));
  }

  private static final String SETTINGS = "backendHttpSettingsCollection";

  @ParameterizedTest
  @MethodSource("refusals")
  void isRefusedAtOnceAndChangesNothing(String code, Consumer<ObjectNode> mistake) {
    ObjectNode before = azure.read(GATEWAY);
    ObjectNode document = before.deepCopy();
    mistake.accept(document);
    ArmResponse refused = azure.put(GATEWAY, document);
    assertThat(body(refused).at("/error/code").asText()).isEqualTo(code);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(body(refused).at("/error/message").asText()).isNotBlank();
    assertThat(azure.read(GATEWAY)).isEqualTo(before);
  }

  @Test
  void theThresholdIsRefusedInTheWordsOfTheService() {
    ObjectNode document = azure.read(GATEWAY);
    set("probes", "unhealthyThreshold", 21).accept(document);
    assertThat(body(azure.put(GATEWAY, document)).at("/error/message").asText())
        .isEqualTo(
            "Unhealthy threshold specified for Probe %s/probes/shop-probe is not valid. Supported range is [0, 20]."
                .formatted(GATEWAY));
  }

  @Test
  void anUnreadableSecretIsRefusedAtOnceBySwitch() {
    azure.set(azure.switches().withVaultCheck(Switches.VaultCheck.AT_ONCE));
    azure.control(
        "PUT", "/vaults/kv-tailwind/secrets/wild-tailwind/access", json("{'allowed':false}"));
    ObjectNode before = azure.read(GATEWAY);
    ArmResponse refused = azure.put(GATEWAY, before);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(body(refused).at("/error/details/0/code").asText())
        .isEqualTo("ApplicationGatewayKeyVaultSecretAccessDenied");
    assertThat(azure.read(GATEWAY)).isEqualTo(before);
  }

  /** What a subnet must be like for a gateway to come into it. */
  @ParameterizedTest
  @CsvSource({
    "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup, networkSecurityGroups, networkSecurityGroup",
    "ApplicationGatewaySubnetUserDefinedRouteNotAllowed, routeTables, routeTable"
  })
  void aSubnetThatCutsTheGatewayOffIsRefused(String code, String type, String field) {
    String other = GROUP + "/providers/Microsoft.Network/" + type + "/other";
    azure.put(
        other,
        json(
            type.equals("routeTables")
                ? "{'location':'westeurope','properties':{'routes':[{'name':'all','properties':{'addressPrefix':'0.0.0.0/0','nextHopType':'VirtualAppliance','nextHopIpAddress':'10.0.0.4'}}]}}"
                : "{'location':'westeurope'}"));
    ObjectNode subnet = json("{'properties':{'addressPrefix':'10.0.7.0/24'}}");
    Json.child(subnet, "properties").putObject(field).put("id", other);
    azure.put(NETWORK + "/subnets/snet-new", subnet);
    assertThat(code(moved(NETWORK + "/subnets/snet-new"))).isEqualTo(code);
  }

  /** Five addresses are Azure's, one is the private frontend's, and autoscaling counts whole. */
  @ParameterizedTest
  @CsvSource({"28, 10, 200", "28, 11, 400", "29, 2, 200", "29, 3, 400"})
  void aSubnetHasRoomForEveryInstance(int bits, int instances, int status) {
    String subnet = NETWORK + "/subnets/snet-small";
    azure.put(subnet, json("{'properties':{'addressPrefix':'10.0.7.0/%d'}}".formatted(bits)));
    ObjectNode document = into(subnet);
    ObjectNode properties = Json.child(document, "properties");
    properties
        .putObject("autoscaleConfiguration")
        .put("minCapacity", 0)
        .put("maxCapacity", instances);
    ArmResponse answer = azure.put(GATEWAY, document);
    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(code(answer)).isEqualTo("SubnetTooSmall");
    }
  }

  @Test
  void aGatewayDoesNotOutgrowItsSubnet() {
    String subnet = NETWORK + "/subnets/snet-small";
    azure.put(subnet, json("{'properties':{'addressPrefix':'10.0.7.0/28'}}"));
    ObjectNode document = into(subnet);
    Json.child(document, "properties")
        .putObject("autoscaleConfiguration")
        .put("minCapacity", 0)
        .put("maxCapacity", 5);
    assertThat(azure.put(GATEWAY, document).status()).isEqualTo(200);
    azure.finish();
    document.withObject("/properties/autoscaleConfiguration").put("maxCapacity", 50);
    assertThat(code(azure.put(GATEWAY, document))).isEqualTo("SubnetTooSmall");
  }

  @Test
  void aSubnetWhoseNameIsTakenIsRefused() {
    azure.put(
        NETWORK + "/subnets/GatewaySubnet", json("{'properties':{'addressPrefix':'10.0.7.0/24'}}"));
    assertThat(code(moved(NETWORK + "/subnets/GatewaySubnet"))).isEqualTo("InvalidSubnet");
  }

  /** A PFX that the password does not open, and bytes that are none. */
  @Test
  void anUploadThatCannotBeOpenedIsRefused() {
    byte[] pfx =
        azure
            .azure
            .pki()
            .publicAuthority()
            .issue(
                LeafRequest.of(
                    "up.contoso.com", Validity.around(azure.clock.instant(), Duration.ofDays(90))))
            .pkcs12("right");
    String data = Base64.getEncoder().encodeToString(pfx);
    ObjectNode before = azure.read(GATEWAY);
    ArmResponse wrong = upload(data, "wrong");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(code(wrong)).isEqualTo("ApplicationGatewaySslCertificatePasswordIncorrect");
    assertThat(body(wrong).at("/error/message").asText())
        .isEqualTo(
            "Password specified for certificate %s/sslCertificates/up is incorrect."
                .formatted(GATEWAY));
    ArmResponse junk = upload(Base64.getEncoder().encodeToString(new byte[300]), "right");
    assertThat(code(junk)).isEqualTo("ApplicationGatewaySslCertificateInvalidData");
    assertThat(body(junk).at("/error/message").asText())
        .isEqualTo(
            "Data or Password for certificate %s/sslCertificates/up is invalid."
                .formatted(GATEWAY));
    assertThat(azure.read(GATEWAY)).isEqualTo(before);
    assertThat(upload(data, "right").status()).isEqualTo(200);
    azure.finish();
    assertThat(Parts.named(azure.read(GATEWAY), "sslCertificates", "up"))
        .hasValueSatisfying(
            shown -> {
              assertThat(shown.at("/properties/publicCertData").asText()).isNotBlank();
              assertThat(shown.path("properties").has("data")).isFalse();
            });
    assertThat(azure.put(GATEWAY, azure.read(GATEWAY)).status())
        .as("without data it stays")
        .isEqualTo(200);
  }

  private ArmResponse upload(String data, String password) {
    ObjectNode document = azure.read(GATEWAY);
    document
        .withObject("/properties")
        .withArray("sslCertificates")
        .addObject()
        .put("name", "up")
        .putObject("properties")
        .put("data", data)
        .put("password", password);
    return azure.put(GATEWAY, document);
  }

  @Test
  void aSubnetOfAnotherRegionIsNotFound() {
    String far = NETWORK.replace("vnet-edge", "vnet-far");
    azure.put(
        far,
        json(
            "{'location':'northeurope','properties':{'addressSpace':{'addressPrefixes':['10.9.0.0/16']},'subnets':[{'name':'snet','properties':{'addressPrefix':'10.9.0.0/24'}}]}}"));
    ArmResponse refused = moved(far + "/subnets/snet");
    assertThat(code(refused)).isEqualTo("InvalidResourceReference");
    assertThat(body(refused).at("/error/message").asText())
        .endsWith("and that both resources are in the same region.");
  }

  @Test
  void aSubnetOfAServiceIsRefused() {
    assertThat(code(moved(NETWORK + "/subnets/snet-apim")))
        .isEqualTo("ApplicationGatewaySubnetCannotHaveOtherResources");
  }

  @Test
  void whatTheGatewayUsesCannotBeRemoved() {
    ArmResponse subnet = azure.delete(NETWORK + "/subnets/snet-agw");
    assertThat(body(subnet).at("/error/code").asText()).isEqualTo("InUseSubnetCannotBeDeleted");
    ArmResponse address =
        azure.delete(GROUP + "/providers/Microsoft.Network/publicIPAddresses/pip-agw");
    assertThat(body(address).at("/error/code").asText())
        .isEqualTo("PublicIPAddressCannotBeDeleted");
    assertThat(azure.get(NETWORK + "/subnets/snet-agw").status()).isEqualTo(200);
  }

  private ArmResponse moved(String subnet) {
    return azure.put(GATEWAY, into(subnet));
  }

  private ObjectNode into(String subnet) {
    ObjectNode document = azure.read(GATEWAY);
    ((ObjectNode) document.at("/properties/gatewayIPConfigurations/0/properties/subnet"))
        .put("id", subnet);
    return document;
  }

  private static String code(ArmResponse response) {
    return body(response).at("/error/code").asText();
  }

  private static Consumer<ObjectNode> set(String collection, String field, int value) {
    return edit(collection, at -> at.put(field, value));
  }

  private static Consumer<ObjectNode> names(String... names) {
    return edit(
        "httpListeners",
        at -> {
          at.remove("hostName");
          ArrayNode list = at.putArray("hostNames");
          List.of(names).forEach(list::add);
        });
  }

  private static Consumer<ObjectNode> edit(String collection, Consumer<ObjectNode> change) {
    return document ->
        change.accept(Json.child(Parts.of(document, collection).get(0), "properties"));
  }

  private static Arguments row(String code, Consumer<ObjectNode> mistake) {
    return Arguments.of(code, mistake);
  }
}
