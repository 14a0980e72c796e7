package dev.lockstep.simulator.world;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What will happen and when. Work of the same instant runs in the order in which it was planned.
 */
public final class Timeline {
  private record Entry(Instant due, long order, Runnable work) {}

  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
  private long planned;

  /** Plans work for an instant. */
  public void at(Instant due, Runnable work) {
    entries.add(new Entry(due, planned++, work));
  }

  /** When the next work is due. */
  public Optional<Instant> next() {
    return Optional.ofNullable(entries.peek()).map(Entry::due);
  }

  /** Takes the next work that is due at the given instant, if any. */
  Optional<Due> take(Instant now) {
    Entry head = entries.peek();
    if (head == null || head.due().isAfter(now)) {
      return Optional.empty();
    }
    entries.remove();
    return Optional.of(new Due(head.due(), head.work()));
  }

  record Due(Instant at, Runnable work) {}
}
