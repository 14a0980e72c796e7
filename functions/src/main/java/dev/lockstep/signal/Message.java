package dev.lockstep.signal;

import dev.lockstep.model.TargetId;
import java.time.Instant;
import java.util.Optional;

/** What stands in the queue: a key and why, never the work (design 5.1). */
public sealed interface Message {
  /** The target to look at. */
  TargetId target();

  /**
   * Something happened that may have moved the target.
   *
   * @param cause what happened, for the journal
   * @param since when it was first put into the queue, by the storage service; empty until it has
   *     been put back
   */
  record Signal(TargetId target, Cause cause, Optional<Instant> since) implements Message {
    /** A new one. */
    public Signal(TargetId target, Cause cause) {
      this(target, cause, Optional.empty());
    }

    /** The same, put back: what answered it then answers it still. */
    public Signal since(Instant first) {
      return new Signal(target, cause, Optional.of(since.orElse(first)));
    }
  }

  /**
   * A message to oneself: look again. Acts only while its id is the one in the target's state.
   *
   * @param id names the wake
   */
  record Wake(TargetId target, String id) implements Message {}
}
