package dev.lockstep.signal;

import dev.lockstep.model.TargetId;

/** What stands in the queue: a key and why, never the work (design 5.1). */
public sealed interface Message {
  /** The target to look at. */
  TargetId target();

  /**
   * Something happened that may have moved the target.
   *
   * @param cause what happened, for the journal
   */
  record Signal(TargetId target, Cause cause) implements Message {}

  /**
   * A message to oneself: look again. Acts only while its id is the one in the target's state.
   *
   * @param id names the wake
   */
  record Wake(TargetId target, String id) implements Message {}
}
