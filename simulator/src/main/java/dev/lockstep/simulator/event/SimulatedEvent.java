package dev.lockstep.simulator.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * One event of a system topic, before it takes the form of a delivery schema.
 *
 * @param id unique id of the event
 * @param type event type, such as {@code Microsoft.Resources.ResourceWriteSuccess}
 * @param topic resource id of the event source: the subscription for ARM events, the vault for Key
 *     Vault events
 * @param subject resource id of what changed; for Key Vault events the name of the object
 * @param time when it happened
 * @param data the payload ({@code data} in both schemas)
 */
public record SimulatedEvent(
    String id, String type, String topic, String subject, Instant time, ObjectNode data) {
  public SimulatedEvent {
    requireNonNull(id, "id is null");
    requireNonNull(type, "type is null");
    requireNonNull(topic, "topic is null");
    requireNonNull(subject, "subject is null");
    requireNonNull(time, "time is null");
    requireNonNull(data, "data is null");
  }
}
