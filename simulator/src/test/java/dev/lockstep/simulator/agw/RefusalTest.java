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
import dev.lockstep.simulator.world.Switches;
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
    ObjectNode document = azure.read(GATEWAY);
    ((ObjectNode) document.at("/properties/gatewayIPConfigurations/0/properties/subnet"))
        .put("id", subnet);
    return azure.put(GATEWAY, document);
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
