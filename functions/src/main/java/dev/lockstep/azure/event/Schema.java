package dev.lockstep.azure.event;

import com.azure.core.models.CloudEvent;
import com.azure.core.util.BinaryData;
import com.azure.messaging.eventgrid.EventGridEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** The two schemas in which Event Grid delivers. */
enum Schema {
  /** The Event Grid schema (Microsoft Learn, event-schema). */
  EVENT_GRID("the Event Grid schema", "eventType") {
    @Override
    List<String> required() {
      return List.of("id", "eventType", "subject", "eventTime", "dataVersion", "data");
    }

    @Override
    Envelope read(String event) {
      EventGridEvent read = EventGridEvent.fromString(event).get(0);
      return new Envelope(
          read.getId(),
          read.getEventType(),
          read.getSubject(),
          instant(read.getEventTime()),
          json(read.getData()));
    }
  },
  /** CloudEvents 1.0 (cloudevents.io, JSON event format). */
  CLOUD_EVENTS("CloudEvents 1.0", "specversion") {
    @Override
    List<String> required() {
      return List.of("id", "type", "source", "specversion");
    }

    @Override
    Envelope read(String event) {
      CloudEvent read = CloudEvent.fromString(event).get(0);
      return new Envelope(
          read.getId(),
          read.getType(),
          Optional.ofNullable(read.getSubject()).orElse(""),
          instant(read.getTime()),
          json(read.getData()));
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  private final String title;
  private final String mark;

  Schema(String title, String mark) {
    this.title = title;
    this.mark = mark;
  }

  /** The schema of an event, told by the field that only it has; empty when it has neither. */
  static Optional<Schema> of(JsonNode event) {
    return event.has(CLOUD_EVENTS.mark)
        ? Optional.of(CLOUD_EVENTS)
        : event.has(EVENT_GRID.mark) ? Optional.of(EVENT_GRID) : Optional.empty();
  }

  /** For messages. */
  String title() {
    return title;
  }

  /** The fields without which it is no event of this schema. */
  abstract List<String> required();

  /**
   * Reads one event with the Event Grid library.
   *
   * @param event the text of one event, with all required fields
   * @throws RuntimeException of many kinds when a field holds what the library does not expect
   */
  abstract Envelope read(String event);

  private static Optional<Instant> instant(OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private static JsonNode json(BinaryData data) {
    try {
      return data == null ? MissingNode.getInstance() : JSON.readTree(data.toString());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }
}
