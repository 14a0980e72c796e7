package dev.lockstep.simulator.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** What Lockstep did not introduce, where the service tells owners apart. */
  default Optional<JsonNode> foreignPart() {
    return Optional.empty();
  }
}
