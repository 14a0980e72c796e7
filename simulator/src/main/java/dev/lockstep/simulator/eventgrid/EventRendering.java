package dev.lockstep.simulator.eventgrid;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;
import java.util.Map;

/** Puts events into a schema, as a body with its headers. */
public final class EventRendering {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EventRendering() {}

  static ObjectNode event(EventSchema schema, SimulatedEvent event) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", event.id());
    if (schema == EventSchema.EVENT_GRID) {
      json.put("topic", event.topic());
      json.put("subject", event.subject());
      json.put("eventType", event.type());
      json.put("eventTime", event.time().toString());
      json.set("data", event.data());
      json.put("dataVersion", dataVersion(event));
      json.put("metadataVersion", "1");
    } else {
      json.put("source", event.topic());
      json.put("subject", event.subject());
      json.put("type", event.type());
      json.put("time", event.time().toString());
      json.put("specversion", "1.0");
      json.set("data", event.data());
    }
    return json;
  }

  /** Resource events are at version 2, the others that are simulated at 1 (their samples). */
  static String dataVersion(SimulatedEvent event) {
    return event.type().startsWith("Microsoft.Resources.") ? "2" : "1";
  }

  /** What a webhook is sent. */
  public static String body(EventSubscription subscription, List<SimulatedEvent> events) {
    if (bare(subscription)) {
      return event(subscription.schema(), events.get(0)).toString();
    }
    ArrayNode array = JSON.createArrayNode();
    events.forEach(event -> array.add(event(subscription.schema(), event)));
    return array.toString();
  }

  static Map<String, String> headers(
      EventSubscription subscription, List<SimulatedEvent> events, int earlierAttempts) {
    return Map.of(
        "Content-Type",
        contentType(subscription),
        "aeg-event-type",
        "Notification",
        "aeg-subscription-name",
        subscription.name().toUpperCase(java.util.Locale.ROOT),
        "aeg-delivery-count",
        "" + earlierAttempts,
        "aeg-data-version",
        dataVersion(events.get(0)),
        "aeg-metadata-version",
        "1");
  }

  private static String contentType(EventSubscription subscription) {
    if (subscription.schema() == EventSchema.EVENT_GRID) {
      return "application/json; charset=utf-8";
    }
    return bare(subscription)
        ? "application/cloudevents+json; charset=utf-8"
        : "application/cloudevents-batch+json; charset=utf-8";
  }

  /** Without batching a CloudEvent comes alone, an Event Grid event in an array of one. */
  private static boolean bare(EventSubscription subscription) {
    return subscription.schema() == EventSchema.CLOUD_EVENTS
        && subscription.maxEventsPerBatch() == 1;
  }
}
