package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.dataplane.net.Reach;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApimEndpointsTest {
  private static final String HOST = "api.contoso.com";

  private final Plane world = new Plane();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void eachEndpointTypeAnswersItsStatusPathsAndNoOther() {
    assertThat(status(HOST, "/status-0123456789abcdef")).isEqualTo(200);
    assertThat(status(HOST, "/signin")).isEqualTo(404);
    assertThat(status("portal.contoso.com", "/signin")).isEqualTo(200);
    assertThat(status("portal.contoso.com", "/internal-status-0123456789abcdef")).isEqualTo(200);
    assertThat(status("management.contoso.com", "/ServiceStatus")).isEqualTo(200);
    assertThat(status("management.contoso.com", "/status-0123456789abcdef")).isEqualTo(404);
  }

  @Test
  void aHostThatIsNotConfiguredIsNotFoundAndAnAddressIsNone() {
    TestClient.Answer answer = TestClient.get(socket(), "other.contoso.com", "/");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"statusCode\":404,\"message\":\"Resource not found\"}");
    assertThat(status("10.0.1.5", "/")).isEqualTo(404);
  }

  @Test
  void withoutSniTheDefaultBindingShowsItsCertificate() {
    assertThat(TestClient.get(socket(), Optional.empty(), HOST, "/").subject())
        .isEqualTo("CN=api.contoso.com");
    world.patchService("{'hostnameConfigurations': []}");
    assertThat(TestClient.get(socket(), Optional.empty(), HOST, "/").subject())
        .isEqualTo("CN=apim-contoso.azure-api.net");
  }

  @Test
  void builtInNamesAreServedUnderOneCertificate() throws Exception {
    TestClient.Answer answer =
        TestClient.get(socket(), "apim-contoso.management.azure-api.net", "/ServiceStatus");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.certificates().get(0).getSubjectAlternativeNames())
        .extracting(name -> (Object) name.get(1))
        .contains("apim-contoso.azure-api.net", "apim-contoso.management.azure-api.net");
  }

  @Test
  void aHostNameComesWhenItsUpdateEndsAndGoesWithoutClosingTheSocket() {
    InetSocketAddress socket = socket();
    world.azure.control(
        "POST", "/services/apim-contoso/hostnames", json("{'hostName': 'new.contoso.com'}"));
    assertThat(status("new.contoso.com", "/")).isEqualTo(404);
    world.azure.finish();
    TestClient.Answer answer = TestClient.get(socket, "new.contoso.com", "/");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.subject()).isEqualTo("CN=new.contoso.com");
    world.azure.control("DELETE", "/services/apim-contoso/hostnames/new.contoso.com", json("{}"));
    world.azure.finish();
    assertThat(TestClient.get(socket, "new.contoso.com", "/").status()).isEqualTo(404);
  }

  @Test
  void aRenewedCertificateIsPresentedOnceTheServiceTookIt() {
    X509Certificate before = certificate();
    world.azure.control(
        "POST", "/vaults/kv-edge/certificates/cert-api-contoso-com/renew", json("{}"));
    assertThat(certificate()).isEqualTo(before);
    world.azure.pass(world.azure.azure.world().settings().latencies().rotation());
    assertThat(certificate()).isNotEqualTo(before);
  }

  @Test
  void aServiceThatMovesRefusesNothingAtItsOldAddressBecauseNobodyIsThere() {
    socket();
    world.azure.control(
        "PUT", "/services/apim-contoso/private-address", json("{'address': '10.0.1.9'}"));
    world.azure.finish();
    assertThat(world.plane.reach("10.0.1.5", 443)).isInstanceOf(Reach.Lost.class);
    assertThat(world.plane.reach("10.0.1.9", 443)).isInstanceOf(Reach.Open.class);
  }

  @Test
  void additionalRegionsServeTheGatewayOnlyAndNothingWhenDisabled() {
    regions(false);
    InetSocketAddress socket = open("10.255.0.5");
    TestClient.Answer answer = TestClient.get(socket, HOST, "/orders");
    assertThat(answer.body()).contains("\"region\":\"northeurope\"");
    assertThat(TestClient.get(socket, "portal.contoso.com", "/signin").status()).isEqualTo(404);
    regions(true);
    assertThat(world.plane.reach("10.255.0.5", 443)).isInstanceOf(Reach.Refused.class);
    assertThat(world.plane.reach("10.0.1.5", 443)).isInstanceOf(Reach.Open.class);
  }

  @Test
  void whatIsDisabledInTheOnlyRegionIsNotServed() {
    world.patchService("{'developerPortalStatus': 'Disabled'}");
    assertThat(TestClient.get(socket(), "portal.contoso.com", "/signin").status()).isEqualTo(404);
    assertThat(TestClient.get(socket(), HOST, Plane.STATUS).status()).isEqualTo(200);
  }

  @Test
  void aSuspendedServiceAnswersNobodyUntilItIsBack() {
    world.publishApi();
    suspend(true);
    assertThat(world.azure.read(SERVICE).at("/properties/provisioningState").asText())
        .isEqualTo("Stopped");
    assertThat(world.plane.reach("10.0.1.5", 443)).isInstanceOf(Reach.Refused.class);
    assertThat(world.health("api").path("healthProbeLog").asText())
        .startsWith("Application Gateway could not connect to the backend.");
    suspend(false);
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
    assertThat(TestClient.get(socket(), HOST, Plane.STATUS).status()).isEqualTo(200);
  }

  private void suspend(boolean suspended) {
    assertThat(
            world
                .azure
                .control(
                    "PUT",
                    "/services/apim-contoso/suspension",
                    json("{'suspended': %s}".formatted(suspended)))
                .status())
        .isEqualTo(200);
    world.azure.pass(Duration.ZERO);
  }

  @Test
  void aServiceThatGoesRefusesAndOtherPortsDoTo() {
    assertThat(world.plane.reach("10.0.1.5", 80)).isInstanceOf(Reach.Refused.class);
    world.azure.delete(SERVICE);
    assertThat(world.plane.reach("10.0.1.5", 443)).isInstanceOf(Reach.Refused.class);
    world.azure.finish();
    assertThat(world.plane.reach("10.0.1.5", 443)).isInstanceOf(Reach.Lost.class);
  }

  private void regions(boolean disabled) {
    world.patchService(
        "{'additionalLocations': [{'location': 'northeurope', 'sku': {'name': 'Premium', 'capacity': 1}, 'disableGateway': %s}]}"
            .formatted(disabled));
  }

  private X509Certificate certificate() {
    return TestClient.get(socket(), HOST, "/").certificates().get(0);
  }

  private int status(String host, String path) {
    return TestClient.get(
            socket(), Optional.of(host).filter(one -> !one.startsWith("10.")), host, path)
        .status();
  }

  private InetSocketAddress socket() {
    return open("10.0.1.5");
  }

  private InetSocketAddress open(String address) {
    assertThat(world.plane.reach(address, 443)).isInstanceOf(Reach.Open.class);
    return ((Reach.Open) world.plane.reach(address, 443)).loopback();
  }
}
