package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import java.util.Optional;

/**
 * Something that cannot be done, and what would make it possible.
 *
 * @param code a stable name from the finding catalogue, such as {@code listenerCollision}
 * @param binding name of the binding
 * @param host the host name it concerns; empty when it concerns the whole binding or target
 * @param reason what is in the way
 * @param remedy what a person can do
 */
public record Blocked(
    BlockCode code, String binding, Optional<HostName> host, String reason, String remedy) {
  /** The same with another remedy. */
  Blocked withRemedy(String other) {
    return new Blocked(code, binding, host, reason, other);
  }
}
