package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.pki.CertificateAuthority;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pem;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.Switches.TrustedRoots;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every documented failure of backend health, each by a change of the world alone, with the text of
 * Microsoft Learn, application-gateway-backend-health-troubleshooting.
 */
class BackendHealthTextsTest {
  private static final String HOST = "api.contoso.com";
  private static final String NSG = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/";

  private static final String CONNECT =
      "Application Gateway could not connect to the backend. Check that the backend responds on the port used for the probe. Also check whether any NSG/UDR/Firewall is blocking access to the Ip and port of this backend.";

  private static final String UNKNOWN =
      "The backend health status could not be retrieved. This happens when an NSG/UDR/Firewall on the application gateway subnet is blocking traffic on ports 65503-65534 in case of v1 SKU, and ports 65200-65535 in case of the v2 SKU or if the FQDN configured in the backend pool could not be resolved to an IP address. To learn more visit - https://aka.ms/UnknownBackendHealth.";

  private final Plane world = new Plane();

  @BeforeEach
  void publish() {
    world.publishApi();
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
  }

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        failure(
            "a server that does not answer in time",
            BackendHealthTextsTest::aServerThatDoesNotAnswerInTime,
            "Unhealthy",
            "Time taken by the backend to respond to application gateway's health probe is more than the timeout threshold in the probe setting."),
        failure(
            "a name that the zone does not have",
            BackendHealthTextsTest::aNameThatTheZoneDoesNotHave,
            "Unhealthy",
            "Application Gateway could not create a probe for this backend. This usually happens when the FQDN of the backend has not been entered correctly."),
        failure(
            "a name for which nobody answers",
            BackendHealthTextsTest::aNameForWhichNobodyAnswers,
            "Unknown",
            UNKNOWN),
        failure(
            "a name in a zone that is no longer linked",
            BackendHealthTextsTest::aNameInAZoneThatIsNoLongerLinked,
            "Unknown",
            UNKNOWN),
        failure(
            "an address that nobody has",
            BackendHealthTextsTest::anAddressThatNobodyHas,
            "Unhealthy",
            CONNECT),
        failure(
            "a server that is down",
            BackendHealthTextsTest::aServerThatIsDown,
            "Unhealthy",
            CONNECT),
        failure(
            "a security group that drops packets",
            BackendHealthTextsTest::aSecurityGroupThatDropsPackets,
            "Unhealthy",
            CONNECT),
        failure(
            "a route that leads nowhere",
            BackendHealthTextsTest::aRouteThatLeadsNowhere,
            "Unhealthy",
            CONNECT),
        failure(
            "a gateway that cannot be managed",
            BackendHealthTextsTest::aGatewayThatCannotBeManaged,
            "Unknown",
            UNKNOWN),
        failure(
            "a route that diverts everything",
            BackendHealthTextsTest::aRouteThatDivertsEverything,
            "Unknown",
            UNKNOWN),
        failure(
            "a status that is not expected",
            BackendHealthTextsTest::aStatusThatIsNotExpected,
            "Unhealthy",
            "Status code of the backend's HTTP response did not match the probe setting. Expected:200-399 Received:500."),
        failure(
            "a host name that the service does not know any more",
            BackendHealthTextsTest::aHostNameThatTheServiceDoesNotKnowAnyMore,
            "Unhealthy",
            "Status code of the backend's HTTP response did not match the probe setting. Expected:200-399 Received:404."),
        failure(
            "a body without the wanted text",
            BackendHealthTextsTest::aBodyWithoutTheWantedText,
            "Unhealthy",
            "Body of the backend's HTTP response did not match the probe setting. Received response body doesn't contain all is fine."),
        failure(
            "a certificate for another name",
            BackendHealthTextsTest::aCertificateForAnotherName,
            "Unhealthy",
            "The Common Name of the leaf certificate presented by the backend server does not match the Probe or Backend Setting hostname of the application gateway."),
        failure(
            "a certificate outside its dates",
            BackendHealthTextsTest::aCertificateOutsideItsDates,
            "Unhealthy",
            "Backend certificate is invalid. Current date is not within the \"Valid from\" and \"Valid to\" date range on the certificate."),
        failure(
            "a chain without its intermediate",
            BackendHealthTextsTest::aChainWithoutItsIntermediate,
            "Unhealthy",
            "The Intermediate certificate is missing from the certificate chain presented by the backend server. Ensure the certificate chain is complete and correctly ordered on the backend server."),
        failure(
            "a chain without its leaf",
            BackendHealthTextsTest::aChainWithoutItsLeaf,
            "Unhealthy",
            "The Leaf certificate is missing from the certificate chain presented by the backend server. Ensure the chain is complete and correctly ordered on the backend server."),
        failure(
            "a chain in the wrong order",
            BackendHealthTextsTest::aChainInTheWrongOrder,
            "Unhealthy",
            "The Leaf certificate is not the topmost certificate in the chain presented by the backend server. Ensure the certificate chain is correctly ordered on the backend server."),
        failure(
            "a private root that is not listed",
            BackendHealthTextsTest::aPrivateRootThatIsNotListed,
            "Unhealthy",
            "The backend Server certificate is not signed by a well-known Certificate Authority (CA). To use unknown CA certificates, its Root certificate must be uploaded to the Backend Setting of the application gateway."),
        failure(
            "an intermediate of a private root that is not listed",
            BackendHealthTextsTest::anIntermediateOfAPrivateRootThatIsNotListed,
            "Unhealthy",
            "The Intermediate certificate is not signed by a well-known Certificate Authority (CA). Ensure the certificate chain is complete and correctly ordered on the backend server."),
        failure(
            "an intermediate of no listed root",
            BackendHealthTextsTest::anIntermediateOfNoListedRoot,
            "Unhealthy",
            "The Intermediate certificate not signed by any Root certificates uploaded to the application gateway. Ensure the certificate chain is complete and correctly ordered on the backend server."),
        failure(
            "a root that does not match the listed one",
            BackendHealthTextsTest::aRootThatDoesNotMatchTheListedOne,
            "Unhealthy",
            "The root certificate of the server certificate used by the backend doesn't match the trusted root certificate added to the application gateway. Ensure that you add the correct root certificate to allowlist the backend."),
        failure(
            "a chain that is refused for another reason",
            BackendHealthTextsTest::aChainThatIsRefusedForAnotherReason,
            "Unhealthy",
            "The validity of the backend certificate could not be verified. To find out the reason, check OpenSSL diagnostics for the message associated with error code 25"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void eachFailureShowsItsText(Change change, String health, String text) {
    change.accept(this);
    JsonNode server = world.health("api");
    assertThat(server.path("healthProbeLog").asText()).isEqualTo(text);
    assertThat(server.path("health").asText()).isEqualTo(health);
  }

  /** A change of the world. */
  private interface Change extends Consumer<BackendHealthTextsTest> {}

  private static Arguments failure(String name, Change change, String health, String text) {
    return arguments(named(name, change), health, text);
  }

  private void aServerThatDoesNotAnswerInTime() {
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'slow'}"));
    world.edit().change("probes", "api", probe -> probe.put("timeout", 1)).put();
  }

  private void aNameThatTheZoneDoesNotHave() {
    backend("{'fqdn': 'nothere.contoso.com'}");
  }

  private void aNameForWhichNobodyAnswers() {
    backend("{'fqdn': 'nothere.elsewhere.example'}");
  }

  private void aNameInAZoneThatIsNoLongerLinked() {
    world.azure.delete(TestAzure.ZONE + "/virtualNetworkLinks/link-vnet-edge");
    world.azure.finish();
    backend("{'fqdn': 'intranet.contoso.com'}");
  }

  private void anAddressThatNobodyHas() {
    backend("{'ipAddress': '10.0.1.77'}");
  }

  private void aServerThatIsDown() {
    world.azure.control("PUT", "/backends/10.0.1.5", json("{'condition': 'down'}"));
  }

  private void aSecurityGroupThatDropsPackets() {
    rule("nsg-apim", "deny-gateway", "10.0.0.0/24", "443");
  }

  private void aRouteThatLeadsNowhere() {
    route("10.0.1.0/24", "None");
  }

  private void aGatewayThatCannotBeManaged() {
    rule("nsg-agw", "deny-manager", "GatewayManager", "65200-65535");
  }

  private void aRouteThatDivertsEverything() {
    route("0.0.0.0/0", "VirtualAppliance");
  }

  private void aStatusThatIsNotExpected() {
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'error'}"));
  }

  private void aHostNameThatTheServiceDoesNotKnowAnyMore() {
    Identity wildcard =
        world
            .plane
            .pki()
            .publicAuthority()
            .issue(world.leaf("api").withNames(List.of("*.contoso.com")));
    world.present(HOST, wildcard);
    world.present("portal.contoso.com", wildcard);
    world.azure.control("DELETE", "/services/apim-contoso/hostnames/" + HOST, Json.object());
    world.azure.finish();
    world.patchService(
        "{'hostnameConfigurations': [{'type': 'DeveloperPortal', 'hostName': 'portal.contoso.com', 'keyVaultId': 'https://kv-edge.vault.azure.net/secrets/cert-portal-contoso-com', 'defaultSslBinding': true}]}");
  }

  private void aBodyWithoutTheWantedText() {
    world
        .edit()
        .change(
            "probes",
            "api",
            probe ->
                probe.setAll(json("{'match': {'body': 'all is fine', 'statusCodes': ['200']}}")))
        .put();
  }

  private void aCertificateForAnotherName() {
    world.present(HOST, authority().issue(world.leaf("other.contoso.com")));
  }

  private void aCertificateOutsideItsDates() {
    Validity past =
        new Validity(
            world.azure.clock.instant().minus(Duration.ofDays(90)),
            world.azure.clock.instant().minus(Duration.ofDays(1)));
    world.present(HOST, authority().issue(LeafRequest.of(HOST, past)));
  }

  private void aChainWithoutItsIntermediate() {
    world.present(HOST, authority().issue(world.leaf(HOST)).presentingFirst(1));
  }

  private void aChainWithoutItsLeaf() {
    Identity whole = authority().issue(world.leaf(HOST));
    world.present(HOST, whole.presenting(whole.chain().subList(1, whole.chain().size())));
  }

  private void aChainInTheWrongOrder() {
    Identity whole = authority().issue(world.leaf(HOST));
    X509Certificate intermediate = whole.chain().get(1);
    world.present(HOST, whole.presenting(List.of(intermediate, whole.first(), whole.last())));
  }

  private void aPrivateRootThatIsNotListed() {
    world.present(HOST, contoso().issue(world.leaf(HOST)));
  }

  private void anIntermediateOfAPrivateRootThatIsNotListed() {
    world.present(HOST, contoso().issue(world.leaf(HOST)).presentingFirst(2));
  }

  private void anIntermediateOfNoListedRoot() {
    list(world.plane.pki().privateAuthority("Other").rootCertificate());
    world.present(HOST, contoso().issue(world.leaf(HOST)).presentingFirst(2));
  }

  private void aRootThatDoesNotMatchTheListedOne() {
    list(world.plane.pki().privateAuthority("Other").rootCertificate());
    world.present(HOST, contoso().issue(world.leaf(HOST)));
  }

  @Test
  void aListedRootIsTrustedAndThenThePublicOnesAreNot() {
    world.present(HOST, contoso().issue(world.leaf(HOST)));
    list(contoso().rootCertificate());
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
    world.present(HOST, authority().issue(world.leaf(HOST)));
    assertThat(world.health("api").path("health").asText()).isEqualTo("Unhealthy");
    world.azure.set(world.azure.switches().withTrustedRoots(TrustedRoots.ADDITIONAL));
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
  }

  private void aChainThatIsRefusedForAnotherReason() {
    // An intermediate may not sign below one that allows no further authority.
    CertificateAuthority deep =
        contoso().intermediate("Too Deep", world.year(), 0).intermediate("Deeper", world.year());
    list(contoso().rootCertificate());
    world.present(HOST, deep.issue(world.leaf(HOST)));
  }

  private CertificateAuthority authority() {
    return world.plane.pki().publicAuthority();
  }

  private CertificateAuthority contoso() {
    return world.plane.pki().privateAuthority("Contoso");
  }

  /** Lists a root in the setting; only that counts then. */
  private void list(X509Certificate root) {
    world
        .edit()
        .remove("trustedRootCertificates", "ours")
        .add("trustedRootCertificates", "ours", "{'data': '%s'}".formatted(Pem.base64(root)))
        .change(
            "backendHttpSettingsCollection",
            "api",
            setting ->
                setting.setAll(
                    json(
                        "{'trustedRootCertificates': [{'id': '%s/trustedRootCertificates/ours'}]}"
                            .formatted(TestAzure.GATEWAY))))
        .put();
  }

  private void backend(String address) {
    world
        .edit()
        .change(
            "backendAddressPools",
            "api",
            pool -> pool.setAll(json("{'backendAddresses': [" + address + "]}")))
        .put();
  }

  private void rule(String group, String name, String source, String ports) {
    ObjectNode document = world.azure.read(NSG + group);
    document
        .withObjectProperty("properties")
        .withArrayProperty("securityRules")
        .add(
            json(
                "{'name': '%s', 'properties': {'protocol': '*', 'sourcePortRange': '*', 'destinationPortRange': '%s', 'sourceAddressPrefix': '%s', 'destinationAddressPrefix': '*', 'access': 'Deny', 'priority': 90, 'direction': 'Inbound'}}"
                    .formatted(name, ports, source)));
    world.azure.put(NSG + group, document);
  }

  private void route(String prefix, String nextHop) {
    String table = GROUP + "/providers/Microsoft.Network/routeTables/rt-agw";
    world.azure.put(
        table,
        json(
            "{'location': 'westeurope', 'properties': {'routes': [{'name': 'r', 'properties': {'addressPrefix': '%s', 'nextHopType': '%s'}}]}}"
                .formatted(prefix, nextHop)));
    ObjectNode network = world.azure.read(TestAzure.NETWORK);
    Json.objects(network, "properties", "subnets").stream()
        .filter(subnet -> subnet.path("name").asText().equals("snet-agw"))
        .forEach(
            subnet ->
                subnet.withObjectProperty("properties").putObject("routeTable").put("id", table));
    world.azure.put(TestAzure.NETWORK, network);
  }
}
