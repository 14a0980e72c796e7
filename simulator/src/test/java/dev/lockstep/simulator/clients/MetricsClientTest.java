package dev.lockstep.simulator.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpClient;
import com.azure.core.util.Context;
import com.azure.monitor.query.MetricsQueryClient;
import com.azure.monitor.query.MetricsQueryClientBuilder;
import com.azure.monitor.query.models.AggregationType;
import com.azure.monitor.query.models.MetricResult;
import com.azure.monitor.query.models.MetricsQueryOptions;
import com.azure.monitor.query.models.MetricsQueryResult;
import com.azure.monitor.query.models.QueryTimeInterval;
import dev.lockstep.simulator.Simulator;
import dev.lockstep.simulator.host.Eventually;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java SDK of Azure Monitor reads over ARM what the data plane counted. */
class MetricsClientTest {

  @Test
  void readsHostCountsByPoolAndSetting() {
    try (Simulator simulator = Quick.start()) {
      HttpClient http = SdkAccess.http(simulator);
      MetricsQueryClient client =
          new MetricsQueryClientBuilder()
              .endpoint(simulator.ready().path("armEndpoint").asText())
              .credential(SdkAccess.credential(simulator, http))
              .httpClient(http)
              .buildClient();
      String gateway = simulator.ready().path("gatewayId").asText();

      Eventually.holds(
          "the first probes are counted",
          () -> average(hosts(client, gateway), "shop-pool~shop-settings") == 2);
      assertThat(hosts(client, gateway).getNamespace())
          .isEqualTo("Microsoft.Network/applicationGateways");
      assertThat(average(hosts(client, gateway), "images-pool~images-settings")).isEqualTo(2);
    }
  }

  private static MetricsQueryResult hosts(MetricsQueryClient client, String gateway) {
    return client
        .queryResourceWithResponse(
            gateway,
            List.of("HealthyHostCount"),
            new MetricsQueryOptions()
                .setTimeInterval(new QueryTimeInterval(Duration.ofMinutes(5)))
                .setGranularity(Duration.ofMinutes(1))
                .setAggregations(AggregationType.AVERAGE)
                .setFilter("BackendSettingsPool eq '*'"),
            Context.NONE)
        .getValue();
  }

  private static double average(MetricsQueryResult result, String pair) {
    MetricResult metric = result.getMetricByName("HealthyHostCount");
    return metric.getTimeSeries().stream()
        .filter(series -> series.getMetadata().containsValue(pair))
        .flatMap(series -> series.getValues().stream())
        .filter(value -> value.getAverage() != null)
        .mapToDouble(value -> value.getAverage())
        .max()
        .orElse(-1);
  }
}
