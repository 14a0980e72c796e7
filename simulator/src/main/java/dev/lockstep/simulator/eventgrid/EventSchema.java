package dev.lockstep.simulator.eventgrid;

import java.util.Arrays;
import java.util.Optional;

/** The delivery schema of a subscription. */
public enum EventSchema {
  EVENT_GRID("EventGridSchema"),
  CLOUD_EVENTS("CloudEventSchemaV1_0");

  private final String wireName;

  EventSchema(String wireName) {
    this.wireName = wireName;
  }

  /** The value of {@code eventDeliverySchema}. */
  public String wireName() {
    return wireName;
  }

  /** The schema of that wire name. */
  public static Optional<EventSchema> of(String wireName) {
    return Arrays.stream(values()).filter(s -> s.wireName.equals(wireName)).findFirst();
  }
}
