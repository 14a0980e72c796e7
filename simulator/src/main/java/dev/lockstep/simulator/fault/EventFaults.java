package dev.lockstep.simulator.fault;

import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.eventgrid.DeliveryFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Faults of the book on the way of events; what it says of an event holds for all its attempts. */
public final class EventFaults implements DeliveryFaults {
  private final FaultBook book;
  private final Map<String, Integer> losing = new ConcurrentHashMap<>();

  /** By a book. */
  public EventFaults(FaultBook book) {
    this.book = book;
  }

  @Override
  public List<Duration> copies(SimulatedEvent event, String subscription) {
    Duration delay = Duration.ZERO;
    int copies = 1;
    for (Strike strike : book.strikes(Incident.event(event.type(), event.subject()))) {
      if (strike.effect() instanceof Effect.Duplicate duplicate) {
        copies *= duplicate.copies();
      } else if (strike.effect() instanceof Effect.Delay late) {
        delay = delay.plus(late.by());
      } else if (strike.effect() instanceof Effect.Reorder reorder) {
        delay = delay.plusMillis((long) (strike.drawn() * reorder.within().toMillis()));
      } else if (strike.effect() instanceof Effect.Lose lose) {
        losing.put(key(event, subscription), lose.attempts());
      }
    }
    List<Duration> all = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      all.add(delay);
    }
    return all;
  }

  @Override
  public boolean lost(SimulatedEvent event, String subscription, int attempt) {
    return attempt <= losing.getOrDefault(key(event, subscription), 0);
  }

  private static String key(SimulatedEvent event, String subscription) {
    return subscription + " " + event.id();
  }
}
