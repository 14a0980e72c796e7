package dev.lockstep.simulator.event;

/** Where a finished change of the simulated world becomes an event. */
public interface EventSink {
  void emit(SimulatedEvent event);
}
