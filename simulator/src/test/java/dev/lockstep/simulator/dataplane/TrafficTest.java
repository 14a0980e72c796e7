package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.GROUP;
import static dev.lockstep.simulator.TestAzure.ZONE;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.host.Eventually;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.monitor.Metric;
import dev.lockstep.simulator.monitor.MetricLog;
import dev.lockstep.simulator.monitor.Series;
import dev.lockstep.simulator.pki.CertificateAuthority;
import dev.lockstep.simulator.pki.Pem;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final String HOST = "api.contoso.com";

  private final Plane world = new Plane();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void aCertificateRenewedUnderANewRootCostsNoRequestWhenBothRootsAreListed() throws Exception {
    CertificateAuthority next = world.plane.pki().privateAuthority("Next");
    world.publishApi();
    List<String> roots =
        List.of(
            Pem.base64(world.plane.pki().publicRoots().get(0)), Pem.base64(next.rootCertificate()));
    trust(roots);
    AtomicBoolean stop = new AtomicBoolean();
    AtomicInteger requests = new AtomicInteger();
    ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Thread client = new Thread(() -> call(stop, requests, failures));
      client.start();
      clients.add(client);
    }
    Eventually.holds("clients call", () -> requests.get() > 10);
    world.present(HOST, next.issue(world.leaf(HOST)));
    int before = requests.get();
    Eventually.holds("clients call on", () -> requests.get() > before + 20);
    world.edit().put();
    int after = requests.get();
    Eventually.holds("clients call on", () -> requests.get() > after + 20);
    stop.set(true);
    for (Thread client : clients) {
      client.join();
    }
    assertThat(failures).isEmpty();
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
    assertThat(world.get(HOST, "/").certificates().get(2)).isEqualTo(next.rootCertificate());
  }

  @Test
  void withTheNewRootMissingTheRenewalEndsInBadGateways() {
    world.publishApi();
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
    world.present(HOST, world.plane.pki().privateAuthority("Next").issue(world.leaf(HOST)));
    world.edit().put();
    TestClient.Answer answer = world.get(HOST, "/");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body())
        .contains("<h1>502 Bad Gateway</h1>")
        .contains("Microsoft-Azure-Application-Gateway/v2");
  }

  @Test
  void aServiceThatMovesIsLostUntilTheGatewayIsWrittenAgain() {
    world.record("api", "10.0.1.5");
    world.edit().publish("api", HOST, HOST, Plane.STATUS).put();
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
    world.azure.control(
        "PUT", "/services/apim-contoso/private-address", json("{'address': '10.0.1.9'}"));
    world.azure.finish();
    world.record("api", "10.0.1.9");
    assertThat(world.service().privateAddresses()).containsExactly("10.0.1.9");
    assertThat(world.get(HOST, "/").status()).isEqualTo(502);
    assertThat(world.health("api").path("healthProbeLog").asText())
        .startsWith("Application Gateway could not connect to the backend.");
    world.edit().put();
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void aWriteWhileDnsIsBrokenTurnsThePoolUnknown() {
    world.record("api", "10.0.1.5");
    world.edit().publish("api", HOST, HOST, Plane.STATUS).put();
    String link = ZONE + "/virtualNetworkLinks/link-vnet-edge";
    world.azure.delete(link);
    world.azure.finish();
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
    world.edit().put();
    assertThat(world.health("api").path("health").asText()).isEqualTo("Unknown");
  }

  @Test
  void aRolloverUnderANewRootCanBeRehearsedThroughTheControlApi() {
    world.publishApi();
    var told =
        body(
            world.azure.control(
                "POST",
                "/vaults/kv-edge/certificates/cert-api-contoso-com/renew",
                json("{'authority': 'Contoso 2027'}")));
    world.azure.pass(world.azure.azure.world().settings().latencies().rotation());
    assertThat(world.health("api").path("healthProbeLog").asText())
        .contains("is not signed by a well-known Certificate Authority (CA)");
    trust(List.of(told.path("root").asText()));
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
  }

  @Test
  void anEmptyPoolIsABadGateway() {
    TestClient.Answer answer = world.get("shop.fabrikam.com", "/admin/x");
    assertThat(answer.status()).isEqualTo(502);
  }

  @Test
  void aBackendThatTakesTooLongIsAGatewayTimeOut() {
    world.publishApi();
    world
        .edit()
        .change("backendHttpSettingsCollection", "api", one -> one.put("requestTimeout", 1))
        .put();
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'slow'}"));
    TestClient.Answer answer = world.get(HOST, "/");
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.body()).contains("504 Gateway Time-out");
  }

  @Test
  void aListenerWhoseSecretCannotBeReadIsDisabledUntilItCan() {
    world.publishApi();
    access(false);
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
    world.azure.pass(Duration.ofHours(4));
    assertThat(world.get(HOST, "/").status()).isEqualTo(404);
    assertThat(world.get("shop.fabrikam.com", "/").status()).isEqualTo(200);
    access(true);
    assertThat(world.get(HOST, "/").status()).isEqualTo(404);
    world.azure.patch(GATEWAY, json("{'tags': {'nudge': '1'}}"));
    world.azure.finish();
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
  }

  @Test
  void aRenewedListenerCertificateIsSeenAfterFourHoursOrAtOnceByAnyWrite() {
    world.publishApi();
    var first = world.get(HOST, "/").certificates().get(0);
    renew();
    assertThat(world.get(HOST, "/").certificates().get(0)).isEqualTo(first);
    world.azure.pass(Duration.ofHours(4));
    var second = world.get(HOST, "/").certificates().get(0);
    assertThat(second).isNotEqualTo(first);
    renew();
    world.azure.patch(GATEWAY, json("{'tags': {'nudge': '1'}}"));
    world.azure.finish();
    assertThat(world.get(HOST, "/").certificates().get(0)).isNotEqualTo(second);
  }

  @Test
  void anUpdateTakesEffectWhenItEnds() {
    world.publishApi();
    var document = world.azure.read(GATEWAY);
    document.withObjectProperty("properties").withArrayProperty("requestRoutingRules").removeAll();
    world.azure.put(GATEWAY, document);
    assertThat(world.get(HOST, "/").status()).isEqualTo(200);
    var entrance = world.at(Plane.PUBLIC, 443);
    world.azure.finish();
    assertThatThrownBy(() -> TestClient.get(entrance, HOST, "/"))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aServerIsUnhealthyAfterAsManyFailuresAsTheThreshold() {
    world.publishApi();
    world.health("api");
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'error'}"));
    failedProbe(1);
    failedProbe(2);
    assertThat(world.get(HOST, "/").status()).isEqualTo(500);
    failedProbe(3);
    Eventually.holds("the server is out of rotation", () -> world.get(HOST, "/").status() == 502);
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'up'}"));
    world.azure.pass(Duration.ofSeconds(30));
    Eventually.holds("one good probe is enough", () -> world.get(HOST, "/").status() == 200);
  }

  @Test
  void healthThatIsAskedWhileAnUpdateEndsIsThatOfTheNewDocument() {
    world.edit().publish("api", HOST, "10.0.1.5", Plane.STATUS).begin();
    world.azure.pass(Duration.ofMillis(1800));
    assertThat(world.health("api").path("health").asText()).isEqualTo("Healthy");
  }

  @Test
  void requestsAndServersAreCounted() {
    world.publishApi();
    world.health("api");
    world.get(HOST, "/");
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'error'}"));
    world.get(HOST, "/");
    Eventually.holds("both are counted", () -> total(Metric.TotalRequests) == 2);
    assertThat(total(Metric.FailedRequests)).isEqualTo(1);
    assertThat(total(Metric.HealthyHostCount)).isPositive();
    assertThat(total(Metric.UnhealthyHostCount)).isZero();
  }

  @Test
  void aSecurityGroupKeepsClientsOut() {
    assertThat(world.get("shop.fabrikam.com", "/").status()).isEqualTo(200);
    String group = GROUP + "/providers/Microsoft.Network/networkSecurityGroups/nsg-agw";
    var document = world.azure.read(group);
    Json.objects(document, "properties", "securityRules").stream()
        .filter(rule -> rule.path("name").asText().equals("allow-https"))
        .forEach(rule -> rule.withObjectProperty("properties").put("access", "Deny"));
    world.azure.put(group, document);
    var entrance = world.at(Plane.PUBLIC, 443);
    assertThatThrownBy(() -> TestClient.connect(entrance, Duration.ofMillis(300)))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("timed out");
  }

  private double total(Metric metric) {
    var now = world.azure.clock.instant();
    return metrics().read(GATEWAY, metric, now.minusSeconds(3600), now.plusSeconds(60)).stream()
        .filter(series -> series.values().equals(List.of("api~api")))
        .mapToDouble(Series::total)
        .sum();
  }

  private long probes() {
    return metrics().count(GATEWAY, Metric.HealthyHostCount, "api~api");
  }

  private MetricLog metrics() {
    return world.azure.azure.metrics();
  }

  /** Lets the interval pass and the probe that it brings end. */
  private void failedProbe(int number) {
    long before = probes();
    world.azure.pass(Duration.ofSeconds(30));
    Eventually.holds("probe " + number, () -> probes() > before);
  }

  private void call(
      AtomicBoolean stop, AtomicInteger requests, ConcurrentLinkedQueue<String> failures) {
    while (!stop.get()) {
      try {
        int status = world.get(HOST, "/").status();
        if (status != 200) {
          failures.add("status " + status);
        }
      } catch (UncheckedIOException failed) {
        failures.add(failed.toString());
      }
      requests.incrementAndGet();
    }
  }

  private void trust(List<String> roots) {
    GatewayEdit edit = world.edit();
    List<String> references = new ArrayList<>();
    for (int i = 0; i < roots.size(); i++) {
      edit.add("trustedRootCertificates", "root-" + i, "{'data': '%s'}".formatted(roots.get(i)));
      references.add("{'id': '%s/trustedRootCertificates/root-%d'}".formatted(GATEWAY, i));
    }
    edit.change(
            "backendHttpSettingsCollection",
            "api",
            one -> one.setAll(json("{'trustedRootCertificates': " + references + "}")))
        .put();
  }

  private void access(boolean allowed) {
    world.azure.control(
        "PUT",
        "/vaults/kv-edge/secrets/cert-api-contoso-com/access",
        Json.object().put("allowed", allowed));
  }

  private void renew() {
    world.azure.control(
        "POST", "/vaults/kv-edge/certificates/cert-api-contoso-com/renew", Json.object());
  }
}
