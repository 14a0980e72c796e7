package dev.lockstep.simulator.event;

/**
 * Takes the events of the simulated world, in the order in which they happen.
 *
 * <p>The world calls it while it holds no lock, and does not wait for delivery: an implementation
 * hands the event to a delivery of its own and returns.
 */
@FunctionalInterface
public interface EventSink {
  /** A sink that forgets every event. */
  EventSink NONE = event -> {};

  /**
   * Takes one event.
   *
   * @param event the event as it will be delivered, whatever the schema of the subscription
   */
  void emit(SimulatedEvent event);
}
