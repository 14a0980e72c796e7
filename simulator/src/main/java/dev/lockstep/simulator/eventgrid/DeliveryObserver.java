package dev.lockstep.simulator.eventgrid;

import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;

/** Told what becomes of events; does nothing by default. Called on delivery threads. */
public interface DeliveryObserver {
  DeliveryObserver NONE = new DeliveryObserver() {};

  /** The webhook took the events at this attempt. */
  default void delivered(String subscription, List<SimulatedEvent> events, int attempt) {}

  /** The webhook did not take the events at this attempt. */
  default void refused(
      String subscription, List<SimulatedEvent> events, int attempt, String outcome) {}

  /** The events were given up and lie in the dead-letter container. */
  default void deadLettered(String subscription, List<SimulatedEvent> events, String reason) {}

  /** The events were given up and are gone. */
  default void dropped(String subscription, List<SimulatedEvent> events, String reason) {}
}
