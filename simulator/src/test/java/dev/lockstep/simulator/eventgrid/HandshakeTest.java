package dev.lockstep.simulator.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.storage.BlobStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandshakeTest {
  private final VirtualTimeline time = new VirtualTimeline();
  private final List<WebhookCall> calls = new ArrayList<>();

  private EventGridDelivery service(WebhookAnswer answer) {
    Webhook webhook =
        call -> {
          calls.add(call);
          return answer;
        };
    return new EventGridDelivery(
        time,
        webhook,
        new BlobStore(Clock.systemUTC()),
        DeliveryFaults.NONE,
        DeliveryObserver.NONE);
  }

  private static ProvisioningState subscribe(EventGridDelivery service, EventSchema schema) {
    return service.subscribe(
        EventSubscription.of("s", URI.create("http://127.0.0.1:1/"), schema, EventFilter.ALL));
  }

  private ProvisioningState cloud(int status, Map<String, String> headers) {
    return subscribe(service(WebhookAnswer.of(status, headers, "")), EventSchema.CLOUD_EVENTS);
  }

  private ProvisioningState grid(int status, String body) {
    return subscribe(service(WebhookAnswer.of(status, Map.of(), body)), EventSchema.EVENT_GRID);
  }

  @Test
  void aCloudEventsEndpointMustAllowTheOrigin() {
    assertThat(cloud(200, Map.of("webhook-allowed-origin", "eventgrid.azure.net")))
        .isEqualTo(ProvisioningState.Succeeded);
    assertThat(cloud(200, Map.of("webhook-allowed-origin", "*")))
        .isEqualTo(ProvisioningState.Succeeded);
    assertThat(cloud(200, Map.of("webhook-allowed-origin", "other.example")))
        .isEqualTo(ProvisioningState.AwaitingManualAction);
    assertThat(cloud(200, Map.of())).isEqualTo(ProvisioningState.AwaitingManualAction);
    assertThat(cloud(401, Map.of())).isEqualTo(ProvisioningState.Failed);
    assertThat(calls.get(0).method()).isEqualTo("OPTIONS");
    assertThat(calls.get(0).headers())
        .containsEntry("WebHook-Request-Origin", "eventgrid.azure.net");
  }

  @Test
  void anEventGridEndpointMustReturnTheCode() {
    assertThat(grid(200, "{\"validationResponse\":\"guess\"}"))
        .isEqualTo(ProvisioningState.AwaitingManualAction);
    assertThat(grid(200, "not json")).isEqualTo(ProvisioningState.AwaitingManualAction);
    assertThat(grid(202, "")).isEqualTo(ProvisioningState.Failed);
    assertThat(grid(404, "")).isEqualTo(ProvisioningState.Failed);
    assertThat(calls.get(0).body())
        .contains("Microsoft.EventGrid.SubscriptionValidationEvent", "validationCode");
    FakeWebhook good = new FakeWebhook(time::now, n -> FakeWebhook.status(200));
    EventGridDelivery service =
        new EventGridDelivery(
            time,
            good,
            new BlobStore(Clock.systemUTC()),
            DeliveryFaults.NONE,
            DeliveryObserver.NONE);
    assertThat(subscribe(service, EventSchema.EVENT_GRID)).isEqualTo(ProvisioningState.Succeeded);
  }

  @Test
  void aWaitingSubscriptionGetsEventsOnceValidatedByHand() {
    EventGridDelivery service = service(WebhookAnswer.of(200, Map.of(), ""));
    assertThat(subscribe(service, EventSchema.EVENT_GRID))
        .isEqualTo(ProvisioningState.AwaitingManualAction);
    service.emit(Events.write("before"));
    assertThat(service.validate("s")).isTrue();
    assertThat(service.validate("s")).isFalse();
    assertThat(service.state("s")).contains(ProvisioningState.Succeeded);
    service.emit(Events.write("after"));
    time.pass(Duration.ofMinutes(1));
    assertThat(calls).hasSize(2);
    assertThat(calls.get(1).body()).contains("\"after\"");
  }

  @Test
  void aFailedSubscriptionGetsNothing() {
    EventGridDelivery service = service(WebhookAnswer.none("SocketError"));
    assertThat(subscribe(service, EventSchema.CLOUD_EVENTS)).isEqualTo(ProvisioningState.Failed);
    assertThat(service.state("s")).contains(ProvisioningState.Failed);
    assertThat(service.state("other")).isEmpty();
    service.emit(Events.write("lost"));
    time.pass(Duration.ofDays(1));
    assertThat(calls).hasSize(1);
  }
}
