package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.SERVICE;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.TestAzure;
import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.apim.Rotation;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.host.Eventually;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.keyvault.VaultCertificate;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Validity;
import dev.lockstep.simulator.world.ResourceId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The demo estate with its data plane, on a clock that the test moves. */
final class Plane implements AutoCloseable {
  static final String STATUS = "/status-0123456789abcdef";
  static final String PUBLIC = "appGwPublicFrontendIpIPv4";
  static final String VAULT = "kv-edge";

  final TestAzure azure = new TestAzure();
  final DataPlane plane;

  Plane() {
    this(DataPlaneOptions.DEFAULT);
  }

  Plane(DataPlaneOptions options) {
    plane = DataPlane.start(azure.azure, options);
  }

  GatewayEdit edit() {
    return new GatewayEdit(azure);
  }

  /** api.contoso.com through the gateway, by the service's address. */
  void publishApi() {
    edit().publish("api", "api.contoso.com", "10.0.1.5", STATUS).put();
  }

  /** The loopback socket of a frontend's port. */
  InetSocketAddress at(String frontend, int port) {
    return plane.addresses().stream()
        .filter(one -> one.frontend().equals(frontend) && one.port() == port)
        .map(Address::loopback)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no entrance " + frontend + ":" + port));
  }

  /** A GET over TLS at the public frontend's port 443. */
  TestClient.Answer get(String host, String path) {
    return TestClient.get(at(PUBLIC, 443), host, path);
  }

  TestClient.Answer get(Optional<String> sni, String host, String path) {
    return TestClient.get(at(PUBLIC, 443), sni, host, path);
  }

  /** What backend health says of the first server of a pool, by probes made now. */
  JsonNode health(String pool) {
    String location = azure.post(GATEWAY + "/backendhealth").header("Location").orElseThrow();
    AtomicReference<ArmResponse> answer = new AtomicReference<>();
    Eventually.holds(
        "the health operation ends",
        () -> {
          azure.pass(Duration.ofMillis(500));
          answer.set(azure.get(location));
          return answer.get().status() == 200;
        });
    for (JsonNode one : body(answer.get()).path("backendAddressPools")) {
      if (one.at("/backendAddressPool/id").asText().endsWith("/" + pool)) {
        return one.at("/backendHttpSettingsCollection/0/servers/0");
      }
    }
    throw new AssertionError("no pool " + pool);
  }

  /** An A record in the zone that the gateway's network sees. */
  void record(String name, String address) {
    azure.put(
        ZONE + "/A/" + name,
        json(
            "{'properties': {'ttl': 300, 'aRecords': [{'ipv4Address': '%s'}]}}"
                .formatted(address)));
  }

  /** Adds host names to the service; the update has ended when this returns. */
  void addHost(String host, String type) {
    azure.control(
        "POST",
        "/services/apim-contoso/hostnames",
        json("{'hostName': '%s', 'type': '%s'}".formatted(host, type)));
    azure.finish();
  }

  /** The service presents another certificate for a host name. */
  void present(String host, Identity identity) {
    VaultCertificate imported =
        plane.identities().importVersion(VAULT, "cert-" + host.replace('.', '-'), identity);
    azure
        .azure
        .world()
        .locked(
            () -> {
              new Rotation(azure.azure.world(), azure.azure.vaults()).plan(imported);
              return true;
            });
    azure.pass(azure.azure.world().settings().latencies().rotation());
  }

  Validity year() {
    return Validity.around(azure.clock.instant(), Duration.ofDays(365));
  }

  LeafRequest leaf(String host) {
    return LeafRequest.of(host, year());
  }

  /** Changes properties of the service; the update has ended when this returns. */
  void patchService(String properties) {
    ObjectNode body = Json.object();
    body.set("properties", json(properties));
    ArmResponse response = azure.patch(SERVICE, body);
    if (response.status() >= 300) {
      throw new AssertionError("the PATCH was refused: " + response);
    }
    azure.finish();
  }

  ApimService service() {
    return azure
        .azure
        .world()
        .look(
            () ->
                azure
                    .azure
                    .world()
                    .resources()
                    .find(ResourceId.of(SERVICE), ApimService.class)
                    .orElseThrow());
  }

  @Override
  public void close() {
    plane.close();
  }
}
