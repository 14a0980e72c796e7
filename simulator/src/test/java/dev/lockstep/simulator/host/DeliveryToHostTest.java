package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.eventgrid.EventFilter;
import dev.lockstep.simulator.eventgrid.EventGridDelivery;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.eventgrid.HttpWebhook;
import dev.lockstep.simulator.eventgrid.ProvisioningState;
import dev.lockstep.simulator.eventgrid.RealTimeline;
import dev.lockstep.simulator.storage.BlobStore;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From Event Grid delivery through the host's webhook into a function, handshake and all. */
class DeliveryToHostTest {
  @TempDir private Path folder;
  private final RealTimeline time = new RealTimeline(Clock.systemUTC());
  private final EventGridDelivery service =
      new EventGridDelivery(
          time,
          new HttpWebhook(HttpClient.newHttpClient()),
          new BlobStore(Clock.systemUTC()),
          DeliveryFaults.NONE,
          DeliveryObserver.NONE);
  private RunningHost host;

  @BeforeEach
  void start() throws Exception {
    host = new RunningHost(StagedApp.in(folder).event(), Map.of());
  }

  @AfterEach
  void stop() {
    time.close();
    host.close();
  }

  private ProvisioningState subscribe(EventSchema schema, String key) {
    String hook = "/runtime/webhooks/eventgrid?functionName=event&code=" + key;
    return service.subscribe(
        EventSubscription.of("to-app", host.uri(hook), schema, EventFilter.ALL));
  }

  @ParameterizedTest
  @EnumSource
  void anEventReachesTheFunctionInEitherSchema(EventSchema schema) throws Exception {
    assertThat(subscribe(schema, RunningHost.EVENT_KEY)).isEqualTo(ProvisioningState.Succeeded);
    service.emit(
        new SimulatedEvent(
            "the-id",
            "Microsoft.Resources.ResourceWriteSuccess",
            "/subscriptions/s",
            "/subscriptions/s/resourceGroups/g",
            Instant.parse("2026-01-01T00:00:00Z"),
            new ObjectMapper().createObjectNode().put("operationName", "a/b/write")));
    assertThat(host.lines.await("got {\"id\":\"the-id\""))
        .contains("\"operationName\":\"a/b/write\"");
  }

  @Test
  void aWrongKeyFailsTheHandshake() {
    assertThat(subscribe(EventSchema.CLOUD_EVENTS, "wrong")).isEqualTo(ProvisioningState.Failed);
    assertThat(subscribe(EventSchema.EVENT_GRID, "wrong")).isEqualTo(ProvisioningState.Failed);
  }
}
