package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * What happens when: the one queue of everything that is to come in a life. What is due at the same
 * instant happens in the order in which it was planned; the world's own work comes before it.
 */
final class Stage {
  private record Entry(Instant due, long order, Runnable work) {}

  private final VirtualTime time;
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparingLong(Entry::order));
  private Optional<World> world = Optional.empty();
  private Runnable before = () -> {};
  private long planned;

  Stage(VirtualTime time) {
    this.time = time;
  }

  void use(World other) {
    world = Optional.of(other);
  }

  /** What is looked at before time passes. */
  void before(Runnable look) {
    before = look;
  }

  Instant now() {
    return time.instant();
  }

  void at(Instant due, Runnable work) {
    entries.add(new Entry(due, planned++, work));
  }

  void after(Duration delay, Runnable work) {
    at(now().plus(delay), work);
  }

  /** Passes time without a step, when nothing happens in it; false when something does. */
  boolean passes(Instant until) {
    before.run();
    boolean free = next().filter(due -> !due.isAfter(until)).isEmpty();
    if (free) {
      time.advanceTo(until);
    }
    return free;
  }

  /**
   * Lets the next thing happen, at its time.
   *
   * @throws java.util.NoSuchElementException when nothing is to come
   */
  void step() {
    before.run();
    time.advanceTo(next().orElseThrow());
    if (worldDue().filter(at -> !at.isAfter(now())).isPresent()) {
      world.orElseThrow().settle();
    } else {
      entries.remove().work().run();
    }
  }

  private Optional<Instant> next() {
    Optional<Instant> own = Optional.ofNullable(entries.peek()).map(Entry::due);
    Optional<Instant> others = worldDue();
    return own.isEmpty() || others.filter(at -> at.isBefore(own.get())).isPresent() ? others : own;
  }

  private Optional<Instant> worldDue() {
    return world.flatMap(World::nextDue);
  }
}
