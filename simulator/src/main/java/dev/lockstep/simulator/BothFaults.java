package dev.lockstep.simulator;

import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import java.time.Duration;
import java.util.List;

/**
 * Two kinds of faults on the same way: every copy that the first lets go meets the second.
 *
 * @param first such as what a test decides
 * @param second such as what the book decides
 */
record BothFaults(DeliveryFaults first, DeliveryFaults second) implements DeliveryFaults {
  @Override
  public List<Duration> copies(SimulatedEvent event, String subscription) {
    List<Duration> before = first.copies(event, subscription);
    if (before.isEmpty()) {
      return before;
    }
    List<Duration> after = second.copies(event, subscription);
    return before.stream().flatMap(delay -> after.stream().map(delay::plus)).toList();
  }

  @Override
  public boolean lost(SimulatedEvent event, String subscription, int attempt) {
    return first.lost(event, subscription, attempt) || second.lost(event, subscription, attempt);
  }
}
