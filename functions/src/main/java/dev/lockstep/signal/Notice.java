package dev.lockstep.signal;

import dev.lockstep.model.ResourceId;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody tells us has happened, in the form in which the signal table reads it. A hint and
 * no more: what is true is read from Azure afterwards.
 *
 * @param type the event type, or {@link CommonAlert#TYPE}
 * @param operation what was done: the Resource Manager operation, or the name of an alert rule
 * @param resource the resource that it is about
 * @param vaultObject the certificate or secret that it is about
 * @param actor who did it, as far as the event tells: application or object id
 * @param eventId the event's id, for tracing
 * @param time when it happened
 * @param condition how it ended, or the state of an alert and what it measured
 * @param write the write of a gateway that it tells of
 */
public record Notice(
    String type,
    Optional<String> operation,
    Optional<ResourceId> resource,
    Optional<VaultObject> vaultObject,
    Optional<String> actor,
    Optional<String> eventId,
    Optional<Instant> time,
    Optional<String> condition,
    Optional<GatewayWrite> write) {
  // Longer text than any of these fields has in Azure; what is longer is cut, because a signal that
  // carries it must fit into a queue message of 64 KiB.
  private static final int MAX_NAME = 256;
  private static final int MAX_CONDITION = 512;

  public Notice {
    type = PlainText.of(type, MAX_NAME);
    operation = operation.map(text -> PlainText.of(text, MAX_NAME));
    actor = actor.map(text -> PlainText.of(text, MAX_NAME));
    eventId = eventId.map(text -> PlainText.of(text, MAX_NAME));
    condition = condition.map(text -> PlainText.of(text, MAX_CONDITION));
  }

  /** A notice of anything but the write of a gateway. */
  public Notice(
      String type,
      Optional<String> operation,
      Optional<ResourceId> resource,
      Optional<VaultObject> vaultObject,
      Optional<String> actor,
      Optional<String> eventId,
      Optional<Instant> time,
      Optional<String> condition) {
    this(type, operation, resource, vaultObject, actor, eventId, time, condition, Optional.empty());
  }

  /** A notice about a resource, of which nothing else is known. */
  public static Notice of(String type, String operation, ResourceId resource) {
    return new Notice(
        type,
        Optional.of(operation),
        Optional.of(resource),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
