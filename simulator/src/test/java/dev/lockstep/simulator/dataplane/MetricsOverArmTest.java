package dev.lockstep.simulator.dataplane;

import static dev.lockstep.simulator.TestAzure.GATEWAY;
import static dev.lockstep.simulator.TestAzure.body;
import static dev.lockstep.simulator.TestAzure.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.Webhook;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.host.Eventually;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.monitor.Metric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsOverArmTest {
  private static final String METRICS = GATEWAY + "/providers/Microsoft.Insights/metrics";
  private static final String HOST = "api.contoso.com";

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

  @Test
  void requestsAreCountedByPoolStatusAndServer() {
    world.get(HOST, "/");
    world.get("nobody.example", "/");
    Eventually.holds("two answers", () -> sum("ResponseStatus", "HttpStatusGroup eq '*'") == 2);

    assertThat(sum("TotalRequests", "BackendSettingsPool eq 'api~api'")).isEqualTo(1);
    assertThat(sum("FailedRequests", "BackendSettingsPool eq 'api~api'")).isZero();
    assertThat(sum("ResponseStatus", "HttpStatusGroup eq '4xx'")).isEqualTo(1);
    assertThat(series("BackendLastByteResponseTime", "BackendServer eq '*' and Listener eq 'api'"))
        .extracting(one -> one.at("/metadatavalues/0/value").asText())
        .containsExactly("10.0.1.5");
    assertThat(sum("BackendResponseStatus", "BackendPool eq 'api' and HttpStatusGroup eq '2xx'"))
        .isEqualTo(1);
  }

  @Test
  void aStateHoldsInEveryMinuteUntilItChanges() {
    world.azure.pass(Duration.ofMinutes(3));
    List<JsonNode> minutes = new ArrayList<>();
    series("HealthyHostCount", "BackendSettingsPool eq 'api~api'")
        .get(0)
        .path("data")
        .forEach(minutes::add);
    assertThat(minutes.subList(minutes.size() - 3, minutes.size()))
        .allSatisfy(minute -> assertThat(minute.path("average").asDouble()).isEqualTo(1));
    assertThat(minutes.get(0).has("average")).as("an hour ago nothing was known").isFalse();

    world.edit().remove("requestRoutingRules", "api").put();
    Eventually.holds(
        "nothing is known any more",
        () -> {
          world.azure.pass(Duration.ofMinutes(1));
          JsonNode data =
              series("HealthyHostCount", "BackendSettingsPool eq 'api~api'").get(0).path("data");
          return !data.get(data.size() - 1).has("average");
        });
  }

  @Test
  void intervalsAreSummedUpAndTheAnswerNamesWhatWasAsked() {
    world.get(HOST, "/");
    Eventually.holds("one request", () -> sum("TotalRequests", "BackendSettingsPool eq '*'") == 1);
    ObjectNode answer =
        world.azure.read(
            METRICS + "?api-version=2024-02-01&metricnames=TotalRequests&interval=FULL");
    assertThat(answer.path("interval").asText()).isEqualTo("FULL");
    assertThat(answer.path("namespace").asText())
        .isEqualTo("Microsoft.Network/applicationGateways");
    assertThat(answer.at("/value/0/id").asText()).isEqualTo(METRICS + "/TotalRequests");
    assertThat(answer.at("/value/0/timeseries/0/data")).hasSize(1);
    assertThat(answer.at("/value/0/timeseries/0/data/0/total").asDouble()).isEqualTo(1);
  }

  @Test
  void anAlertIsBuiltFromWhatWasMeasured() throws Exception {
    world.azure.control("PUT", "/backends/" + HOST, json("{'condition': 'error'}"));
    assertThat(world.health("api").path("health").asText()).isEqualTo("Unhealthy");
    try (Webhook webhook = new Webhook()) {
      String url = webhook.url("/");
      world.azure.control("POST", "/gateways/agw-edge/alert", Json.object().put("url", url));
      JsonNode alert = webhook.take();
      assertThat(alert.path("schemaId").asText()).isEqualTo("azureMonitorCommonAlertSchema");
      JsonNode criterion = alert.at("/data/alertContext/condition/allOf/0");
      assertThat(criterion.at("/dimensions/0/value").asText()).isEqualTo("api~api");
      // Healthy before and unhealthy now, within the same minute.
      assertThat(criterion.path("metricValue").asDouble()).isBetween(0.1, 0.9);
    }
  }

  @Test
  void whatCannotBeAskedIsRefused() {
    assertThat(refusal("metricnames=Unhealthy")).contains("Valid metrics: HealthyHostCount,");
    assertThat(refusal("metricnames=TotalRequests&interval=PT7M")).contains("time grain");
    assertThat(refusal("metricnames=TotalRequests&$filter=Listener eq 'x'"))
        .contains("does not support requested dimension combination");
    assertThat(refusal("metricnames=TotalRequests&timespan=yesterday")).contains("timespan");
    assertThat(world.azure.get(METRICS.replace("agw-edge", "none") + "?api-version=2024-02-01"))
        .extracting(ArmResponse::status)
        .isEqualTo(404);
    assertThat(
            world
                .azure
                .read(
                    GATEWAY
                        + "/providers/Microsoft.Insights/metricDefinitions?api-version=2024-02-01")
                .path("value"))
        .hasSize(Metric.values().length);
  }

  private String refusal(String query) {
    ArmResponse response = world.azure.get(METRICS + "?api-version=2024-02-01&" + query);
    assertThat(response.status()).isEqualTo(400);
    return body(response).at("/error/message").asText();
  }

  private double sum(String metric, String filter) {
    double sum = 0;
    for (JsonNode one : series(metric, filter)) {
      for (JsonNode minute : one.path("data")) {
        sum += minute.path("total").asDouble();
      }
    }
    return sum;
  }

  private List<JsonNode> series(String metric, String filter) {
    ObjectNode answer =
        world.azure.read(
            METRICS
                + "?api-version=2024-02-01&aggregation=Total,Average&metricnames="
                + metric
                + "&$filter="
                + filter);
    List<JsonNode> series = new ArrayList<>();
    answer.at("/value/0/timeseries").forEach(series::add);
    return series;
  }
}
