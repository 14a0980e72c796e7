package dev.lockstep.signal;

import dev.lockstep.model.ResourceId;
import java.util.List;

/** Where a notice goes. */
public sealed interface Routing {
  /**
   * To these targets.
   *
   * @param signals at least one, at most one per target
   */
  record Signals(List<Message.Signal> signals) implements Routing {
    public Signals {
      signals = List.copyOf(signals);
    }
  }

  /** Nowhere. */
  record Ignored(String reason) implements Routing {}

  /**
   * To nobody yet: a resource of a kind that a binding could name, and none does.
   *
   * @param resource what was written
   */
  record Discovery(ResourceId resource, String reason) implements Routing {}
}
