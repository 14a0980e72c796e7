package dev.lockstep.simulator;

import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.event.SimulatedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Passes every event to everybody who listens, in the order in which they came. */
final class EventHub implements EventSink {
  private final List<EventSink> sinks = new CopyOnWriteArrayList<>();

  void add(EventSink sink) {
    sinks.add(sink);
  }

  @Override
  public void emit(SimulatedEvent event) {
    sinks.forEach(sink -> sink.emit(event));
  }
}
