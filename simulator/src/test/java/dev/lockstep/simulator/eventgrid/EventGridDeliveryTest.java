package dev.lockstep.simulator.eventgrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.storage.BlobStore;
import dev.lockstep.simulator.storage.Conditions;
import dev.lockstep.simulator.storage.ManualClock;
import dev.lockstep.simulator.storage.StoredBlob;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class EventGridDeliveryTest {
  private static final URI HOOK = URI.create("http://127.0.0.1:1/hook?code=secret");

  private final VirtualTimeline time = new VirtualTimeline();
  private final BlobStore blobs = new BlobStore(new ManualClock(time.now()));
  private FakeWebhook webhook;

  private EventGridDelivery service(IntFunction<WebhookAnswer> answers, DeliveryFaults faults) {
    webhook = new FakeWebhook(time::now, answers);
    return new EventGridDelivery(time, webhook, blobs, faults, DeliveryObserver.NONE);
  }

  private EventGridDelivery answering(int status) {
    return service(n -> FakeWebhook.status(status), DeliveryFaults.NONE);
  }

  private static EventSubscription subscription(EventSchema schema) {
    return EventSubscription.of("to-app", HOOK, schema, EventFilter.ALL);
  }

  private List<Duration> waits() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i < webhook.deliveries.size(); i++) {
      waits.add(
          Duration.between(webhook.deliveries.get(i - 1).at(), webhook.deliveries.get(i).at()));
    }
    return waits;
  }

  @Test
  void anEventGridEventComesInAnArrayOfOne() {
    EventGridDelivery service = answering(200);
    service.subscribe(subscription(EventSchema.EVENT_GRID));
    service.emit(Events.write("e1"));
    time.pass(Duration.ZERO);
    FakeWebhook.Received received = webhook.deliveries.get(0);
    assertThat(received.call().endpoint()).isEqualTo(HOOK);
    assertThat(received.call().headers())
        .containsEntry("aeg-event-type", "Notification")
        .containsEntry("aeg-subscription-name", "TO-APP")
        .containsEntry("aeg-delivery-count", "0")
        .containsEntry("Content-Type", "application/json; charset=utf-8");
    JsonNode event = received.json().path(0);
    assertThat(received.json()).hasSize(1);
    assertThat(event.path("id").asText()).isEqualTo("e1");
    assertThat(event.path("topic").asText()).isEqualTo(Events.SUBSCRIPTION);
    assertThat(event.path("subject").asText()).isEqualTo(Events.SERVICE);
    assertThat(event.path("eventType").asText())
        .isEqualTo("Microsoft.Resources.ResourceWriteSuccess");
    assertThat(event.path("eventTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(event.path("data").path("operationName").asText())
        .isEqualTo("Microsoft.ApiManagement/service/write");
    assertThat(event.path("dataVersion").asText()).isEqualTo("2");
    assertThat(event.path("metadataVersion").asText()).isEqualTo("1");
    time.pass(Duration.ofDays(2));
    assertThat(webhook.deliveries).hasSize(1);
  }

  @Test
  void aCloudEventComesAlone() {
    EventGridDelivery service = answering(202);
    service.subscribe(subscription(EventSchema.CLOUD_EVENTS));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofDays(2));
    assertThat(webhook.deliveries).hasSize(1);
    JsonNode event = webhook.deliveries.get(0).json();
    assertThat(webhook.deliveries.get(0).call().headers())
        .containsEntry("Content-Type", "application/cloudevents+json; charset=utf-8");
    assertThat(event.path("specversion").asText()).isEqualTo("1.0");
    assertThat(event.path("source").asText()).isEqualTo(Events.SUBSCRIPTION);
    assertThat(event.path("type").asText()).isEqualTo("Microsoft.Resources.ResourceWriteSuccess");
    assertThat(event.path("time").asText()).isEqualTo("2026-01-01T00:00:00Z");
  }

  @Test
  void batchesHoldWhatHasGathered() {
    EventGridDelivery service = answering(200);
    service.subscribe(subscription(EventSchema.CLOUD_EVENTS).withBatches(2));
    List.of("a", "b", "c").forEach(id -> service.emit(Events.write(id)));
    time.pass(Duration.ZERO);
    assertThat(webhook.deliveries).extracting(d -> d.json().size()).containsExactly(2, 1);
    assertThat(webhook.ids()).containsExactly("a", "b", "c");
    assertThat(webhook.deliveries.get(0).call().headers())
        .containsEntry("Content-Type", "application/cloudevents-batch+json; charset=utf-8");
  }

  @Test
  void theRetryScheduleIsTheDocumentedOne() {
    EventGridDelivery service = answering(503);
    service.subscribe(subscription(EventSchema.EVENT_GRID));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofDays(3));
    assertThat(waits())
        .containsExactly(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12));
    assertThat(time.idle()).as("given up within the day").isTrue();
    assertThat(webhook.deliveries.get(10).call().headers())
        .containsEntry("aeg-delivery-count", "10");
  }

  @Test
  void whatIsDeliveredAtLastIsNotTriedAgain() {
    EventGridDelivery service =
        service(n -> FakeWebhook.status(n < 2 ? 500 : 204), DeliveryFaults.NONE);
    service.subscribe(subscription(EventSchema.EVENT_GRID));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofDays(2));
    assertThat(webhook.ids()).containsExactly("e1", "e1", "e1");
  }

  @Test
  void someRefusalsAreFinal() {
    for (int status : new int[] {400, 401, 403, 413}) {
      EventGridDelivery service = answering(status);
      service.subscribe(subscription(EventSchema.EVENT_GRID));
      service.emit(Events.write("e1"));
      time.pass(Duration.ofDays(2));
      assertThat(webhook.deliveries).as("status %s", status).hasSize(1);
    }
  }

  @Test
  void attemptsAndLifeAreLimits() {
    EventGridDelivery service = answering(404);
    service.subscribe(
        subscription(EventSchema.EVENT_GRID).withRetry(new RetryPolicy(3, Duration.ofDays(1))));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofDays(2));
    assertThat(webhook.deliveries).hasSize(3);

    service = answering(404);
    service.subscribe(
        subscription(EventSchema.EVENT_GRID).withRetry(new RetryPolicy(30, Duration.ofMinutes(2))));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofDays(2));
    assertThat(webhook.deliveries).as("0 s, 10 s, 40 s, 100 s").hasSize(4);
  }

  @Test
  void aDeadLetterTellsWhy() throws Exception {
    blobs.createContainer("dead", Map.of());
    EventGridDelivery service = answering(404);
    service.subscribe(
        subscription(EventSchema.EVENT_GRID)
            .withRetry(new RetryPolicy(2, Duration.ofDays(1)))
            .withDeadLetters("dead"));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofMinutes(5).plusSeconds(9));
    assertThat(blobs.container("dead").list("")).as("waits five minutes").isEmpty();
    time.pass(Duration.ofSeconds(1));
    JsonNode event = deadLetter("TO-APP/2026/01/01/00/").path(0);
    assertThat(event.path("id").asText()).isEqualTo("e1");
    assertThat(event.path("deadLetterReason").asText()).isEqualTo("MaxDeliveryAttemptsExceeded");
    assertThat(event.path("deliveryAttempts").asInt()).isEqualTo(2);
    assertThat(event.path("lastDeliveryOutcome").asText()).isEqualTo("NotFound");
    assertThat(event.path("publishTime").asText()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(event.path("lastDeliveryAttemptTime").asText()).isEqualTo("2026-01-01T00:00:10Z");
  }

  @Test
  void aDeadLetterWaitsForItsContainerForFourHours() throws Exception {
    EventGridDelivery service = answering(401);
    service.subscribe(subscription(EventSchema.CLOUD_EVENTS).withDeadLetters("dead"));
    service.emit(Events.write("e1"));
    time.pass(Duration.ofHours(3));
    blobs.createContainer("dead", Map.of());
    time.pass(Duration.ofHours(2));
    JsonNode event = deadLetter("TO-APP/2026/01/01/03/").path(0);
    assertThat(event.path("deadletterreason").asText()).isEqualTo("Undeliverable");
    assertThat(event.path("lastdeliveryoutcome").asText()).isEqualTo("Unauthorized");
    assertThat(event.path("deliveryattempts").asInt()).isEqualTo(1);

    service.subscribe(subscription(EventSchema.CLOUD_EVENTS).withDeadLetters("never"));
    service.emit(Events.write("e2"));
    time.pass(Duration.ofHours(5));
    assertThat(time.idle()).as("dropped").isTrue();
  }

  private JsonNode deadLetter(String prefix) throws Exception {
    List<StoredBlob> found = blobs.container("dead").list(prefix);
    assertThat(found).hasSize(1);
    String name = found.get(0).properties().name();
    assertThat(name).endsWith(".json");
    return new ObjectMapper().readTree(blobs.container("dead").get(name, Conditions.NONE).text());
  }

  @Test
  void faultsDuplicateReorderAndLose() {
    DeliveryFaults faults =
        new DeliveryFaults() {
          @Override
          public List<Duration> copies(SimulatedEvent event, String subscription) {
            return event.id().equals("late")
                ? List.of(Duration.ofSeconds(5))
                : List.of(Duration.ZERO, Duration.ofSeconds(1));
          }

          @Override
          public boolean lost(SimulatedEvent event, String subscription, int attempt) {
            return event.id().equals("late") && attempt == 1;
          }
        };
    EventGridDelivery service = service(n -> FakeWebhook.status(200), faults);
    service.subscribe(subscription(EventSchema.EVENT_GRID));
    service.emit(Events.write("late"));
    service.emit(Events.write("twice"));
    time.pass(Duration.ofMinutes(1));
    assertThat(webhook.ids()).containsExactly("twice", "twice", "late");
    Instant first = webhook.deliveries.get(0).at();
    assertThat(Duration.between(first, webhook.deliveries.get(2).at()))
        .isEqualTo(Duration.ofSeconds(15));
  }

  @Test
  void onlyWhatTheFilterWantsAndOnlyWhileSubscribed() {
    EventGridDelivery service = answering(503);
    service.subscribe(
        EventSubscription.of(
            "to-app",
            HOOK,
            EventSchema.EVENT_GRID,
            EventFilter.types("Microsoft.Resources.ResourceWriteSuccess")));
    service.emit(Events.of("other", "Microsoft.Resources.ResourceActionSuccess", "x/action"));
    service.emit(Events.write("wanted"));
    time.pass(Duration.ZERO);
    assertThat(webhook.ids()).containsExactly("wanted");
    assertThat(service.unsubscribe("to-app")).isTrue();
    time.pass(Duration.ofDays(1));
    assertThat(webhook.deliveries).as("no retry for a subscription that is gone").hasSize(1);
    assertThat(service.unsubscribe("to-app")).isFalse();
  }
}
