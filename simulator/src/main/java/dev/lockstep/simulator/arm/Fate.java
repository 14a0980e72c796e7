package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;

/**
 * What was decided about an operation before it starts.
 *
 * @param longer how much longer it takes
 * @param error with what it fails; empty when it may succeed
 */
record Fate(Duration longer, Optional<ObjectNode> error) {
  /** Nothing out of the ordinary. */
  static final Fate NONE = new Fate(Duration.ZERO, Optional.empty());
}
