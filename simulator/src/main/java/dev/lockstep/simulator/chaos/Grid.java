package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.simulator.eventgrid.DeliveryObserver;
import dev.lockstep.simulator.eventgrid.EventFilter;
import dev.lockstep.simulator.eventgrid.EventGridDelivery;
import dev.lockstep.simulator.eventgrid.EventSchema;
import dev.lockstep.simulator.eventgrid.EventSubscription;
import dev.lockstep.simulator.eventgrid.Timeline;
import dev.lockstep.simulator.eventgrid.Webhook;
import dev.lockstep.simulator.eventgrid.WebhookAnswer;
import dev.lockstep.simulator.eventgrid.WebhookCall;
import dev.lockstep.simulator.fault.EventFaults;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.storage.BlobStore;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;

/** Event Grid on the stage: each attempt of a delivery is work of its own. */
final class Grid implements Timeline, Webhook {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final URI ENDPOINT = URI.create("https://app.example/events");

  private final Stage stage;
  private final Strands strands;
  private final Predicate<String> app;
  private final EventGridDelivery delivery;

  /**
   * @param app takes a delivery; false when it did not
   */
  Grid(
      Stage stage,
      Strands strands,
      Predicate<String> app,
      BlobStore deadLetters,
      FaultBook faults) {
    this.stage = stage;
    this.strands = strands;
    this.app = app;
    this.delivery =
        new EventGridDelivery(
            this, this, deadLetters, new EventFaults(faults), DeliveryObserver.NONE);
  }

  EventGridDelivery delivery() {
    return delivery;
  }

  void subscribe(EventSchema schema) {
    EventFilter filter =
        EventFilter.types(
            "Microsoft.Resources.ResourceWriteSuccess",
            "Microsoft.Resources.ResourceWriteFailure",
            "Microsoft.Resources.ResourceWriteCancel",
            "Microsoft.Resources.ResourceDeleteSuccess",
            "Microsoft.Resources.ResourceActionSuccess",
            "Microsoft.KeyVault.CertificateNewVersionCreated");
    var unused = delivery.subscribe(EventSubscription.of("app", ENDPOINT, schema, filter));
  }

  @Override
  public Instant now() {
    return stage.now();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    stage.after(delay, () -> strands.begin(stage, task));
  }

  @Override
  public WebhookAnswer send(WebhookCall call) {
    if (call.method().equals("OPTIONS")) {
      return WebhookAnswer.of(200, Map.of("webhook-allowed-origin", "*"), "");
    }
    if (call.body().contains("validationCode")) {
      return WebhookAnswer.of(200, Map.of(), echo(call.body()));
    }
    return app.test(call.body())
        ? WebhookAnswer.of(200, Map.of(), "")
        : WebhookAnswer.none("SocketError");
  }

  private static String echo(String body) {
    try {
      String code = JSON.readTree(body).path(0).path("data").path("validationCode").asText();
      return JSON.createObjectNode().put("validationResponse", code).toString();
    } catch (JsonProcessingException noJson) {
      throw new IllegalStateException("Event Grid sends JSON", noJson);
    }
  }
}
