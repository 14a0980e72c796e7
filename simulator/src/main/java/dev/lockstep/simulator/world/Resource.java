package dev.lockstep.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that the world holds under an id. Implementations are immutable: a change puts a new
 * one.
 */
public interface Resource {
  /** Id in the writing of the creator. */
  ResourceId id();

  /** What was written, without any part that the service computes; its hash goes into the audit. */
  ObjectNode document();

  /** The write that is still going on, where others may refer to the resource meanwhile. */
  default Optional<Ongoing> ongoing() {
    return Optional.empty();
  }

  /**
   * A write that is going on.
   *
   * @param operation its name in error texts, such as {@code PutSubnetOperation}
   * @param until when it ends
   */
  record Ongoing(String operation, Instant until) {}

  /** What Lockstep did not introduce, where the service tells owners apart. */
  default Optional<JsonNode> foreignPart() {
    return Optional.empty();
  }
}
