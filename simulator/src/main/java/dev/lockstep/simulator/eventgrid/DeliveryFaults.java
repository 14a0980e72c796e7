package dev.lockstep.simulator.eventgrid;

import dev.lockstep.simulator.event.SimulatedEvent;
import java.time.Duration;
import java.util.List;

/**
 * What goes wrong on the way, within what Event Grid documents: at least once, no order. Nothing
 * goes wrong by default.
 */
public interface DeliveryFaults {
  DeliveryFaults NONE = new DeliveryFaults() {};

  /**
   * How long each copy of the event is under way before its first attempt. One entry is normal;
   * more duplicate it; unequal ones reorder events.
   */
  default List<Duration> copies(SimulatedEvent event, String subscription) {
    return List.of(Duration.ZERO);
  }

  /** Whether this attempt (1 is the first) never reaches the webhook, as if it timed out. */
  default boolean lost(SimulatedEvent event, String subscription, int attempt) {
    return false;
  }
}
