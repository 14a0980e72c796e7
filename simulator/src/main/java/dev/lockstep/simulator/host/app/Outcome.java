package dev.lockstep.simulator.host.app;

import java.util.Optional;

/** How an invocation ended. */
public sealed interface Outcome {

  /** The function returned; {@code value} is empty for void and null. */
  record Succeeded(Optional<Object> value) implements Outcome {}

  /** The function threw, took too long, or could not be called. */
  record Failed(Throwable cause) implements Outcome {}

  default boolean succeeded() {
    return this instanceof Succeeded;
  }
}
