package dev.lockstep.simulator.eventgrid;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.storage.BlobStore;
import dev.lockstep.simulator.storage.BlobWrite;
import dev.lockstep.simulator.storage.Conditions;
import dev.lockstep.simulator.storage.StorageException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Writes events that could not be delivered as a JSON array to {@code <container>/<SUBSCRIPTION>/
 * yyyy/MM/dd/HH/<guid>.json} (Microsoft Learn, "Dead-letter and retry policies").
 */
final class DeadLetters {
  private static final DateTimeFormatter HOUR =
      DateTimeFormatter.ofPattern("yyyy/MM/dd/HH").withZone(ZoneOffset.UTC);

  /** Why and how delivery ended. */
  record End(
      String reason, int attempts, String lastOutcome, Instant published, Instant lastAttempt) {}

  private final BlobStore blobs;

  DeadLetters(BlobStore blobs) {
    this.blobs = blobs;
  }

  /** Writes the blob; false if the container cannot be written now. */
  boolean write(EventSubscription subscription, List<SimulatedEvent> events, End end, Instant now) {
    ArrayNode array = new ObjectMapper().createArrayNode();
    events.forEach(event -> array.add(marked(subscription.schema(), event, end)));
    String name =
        subscription.name().toUpperCase(Locale.ROOT)
            + "/"
            + HOUR.format(now)
            + "/"
            + UUID.randomUUID()
            + ".json";
    try {
      var unused =
          blobs
              .container(subscription.deadLetterContainer().orElseThrow())
              .put(name, BlobWrite.json(array.toString()), Conditions.NONE);
      return true;
    } catch (StorageException e) {
      return false;
    }
  }

  private static ObjectNode marked(EventSchema schema, SimulatedEvent event, End end) {
    ObjectNode json = EventRendering.event(schema, event);
    // CloudEvents attributes are lower case by their specification.
    boolean cloud = schema == EventSchema.CLOUD_EVENTS;
    json.put(cloud ? "deadletterreason" : "deadLetterReason", end.reason());
    json.put(cloud ? "deliveryattempts" : "deliveryAttempts", end.attempts());
    json.put(cloud ? "lastdeliveryoutcome" : "lastDeliveryOutcome", end.lastOutcome());
    json.put(cloud ? "publishtime" : "publishTime", end.published().toString());
    json.put(
        cloud ? "lastdeliveryattempttime" : "lastDeliveryAttemptTime",
        end.lastAttempt().toString());
    return json;
  }
}
