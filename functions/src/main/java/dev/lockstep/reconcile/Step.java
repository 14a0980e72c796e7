package dev.lockstep.reconcile;

import java.util.Optional;

/** What a step of the writer leaves to be done. */
sealed interface Step {
  /** It is done; the next step may follow. */
  record Done() implements Step {}

  /** The world has moved, or we have moved it: observe and plan again. */
  record Again(String why) implements Step {}

  /** The run ends here. */
  record End(Outcome outcome) implements Step {}

  /** The next step may follow. */
  static Step done() {
    return new Done();
  }

  /** This step, unless the next one may follow. */
  default Optional<Step> unlessDone() {
    return this instanceof Done ? Optional.empty() : Optional.of(this);
  }
}
