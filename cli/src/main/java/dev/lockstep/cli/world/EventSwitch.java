package dev.lockstep.cli.world;

import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import java.time.Duration;
import java.util.List;

/** Lets events get lost for a while, as the story needs it. */
public final class EventSwitch implements DeliveryFaults {
  private volatile boolean losing;

  /** From now on events are lost, or delivered again. */
  public void lose(boolean lose) {
    losing = lose;
  }

  @Override
  public List<Duration> copies(SimulatedEvent event, String subscription) {
    return losing ? List.of() : List.of(Duration.ZERO);
  }
}
