package dev.lockstep.simulator.world;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.event.SimulatedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The state of the simulated Azure: resources, what will happen to them, and the time.
 *
 * <p>It opens no socket and starts no thread. Whoever drives it calls {@link #locked} for a request
 * and {@link #settle} when time has passed; with a manual clock and the same seed the same requests
 * give the same history.
 *
 * <p>INVARIANT: resources and timeline are touched only inside {@link #locked}; events leave in the
 * order in which they arose, and only after the lock is free.
 */
public final class World {
  private final Clock clock;
  private final Ids ids;
  private final Settings settings;
  private final EventSink sink;
  private final Resources resources = new Resources(this::now);
  private final Timeline timeline = new Timeline();
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock delivery = new ReentrantLock();
  private final ConcurrentLinkedQueue<SimulatedEvent> outbox = new ConcurrentLinkedQueue<>();
  private Optional<Instant> happening = Optional.empty();
  private volatile Runnable afterwards = () -> {};

  /** Makes an empty world. */
  public World(Clock clock, long seed, Settings settings, EventSink sink) {
    this.clock = requireNonNull(clock, "clock is null");
    this.ids = new Ids(seed);
    this.settings = requireNonNull(settings, "settings is null");
    this.sink = requireNonNull(sink, "sink is null");
  }

  /** Runs work with the world to itself, after everything that is due has happened. */
  public <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      happenDue();
      return work.get();
    } finally {
      lock.unlock();
      deliver();
      follow();
    }
  }

  /**
   * Looks at the world as it is. Nothing that is due happens by this, no event leaves and nobody is
   * told, so it is safe on threads that must not wait.
   */
  public <T> T look(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Sets who is told after each {@link #locked}, on the same thread and with the lock free. What it
   * does is done when {@code locked} returns.
   */
  public void follow(Runnable listener) {
    afterwards = requireNonNull(listener, "listener is null");
  }

  /** Lets everything happen that is due by the clock. */
  public void settle() {
    locked(() -> true);
  }

  /** The time now; while planned work runs, the instant for which it was planned. */
  public Instant now() {
    return happening.orElseGet(clock::instant);
  }

  /** Plans work for later. */
  public void later(Duration delay, Runnable work) {
    timeline.at(now().plus(delay), work);
  }

  /** Sends an event once the lock is free. */
  public void emit(SimulatedEvent event) {
    outbox.add(event);
  }

  /** The resources. */
  public Resources resources() {
    return resources;
  }

  /** Ids and etags. */
  public Ids ids() {
    return ids;
  }

  /** Switches and latencies. */
  public Settings settings() {
    return settings;
  }

  /** When the next planned work is due. */
  public Optional<Instant> nextDue() {
    lock.lock();
    try {
      return timeline.next();
    } finally {
      lock.unlock();
    }
  }

  private void happenDue() {
    if (happening.isPresent()) {
      return;
    }
    Instant now = clock.instant();
    for (var due = timeline.take(now); due.isPresent(); due = timeline.take(now)) {
      happening = Optional.of(due.get().at());
      try {
        due.get().work().run();
      } finally {
        happening = Optional.empty();
      }
    }
  }

  private void follow() {
    if (!lock.isHeldByCurrentThread()) {
      afterwards.run();
    }
  }

  private void deliver() {
    if (lock.isHeldByCurrentThread()) {
      return;
    }
    // Whoever finds the delivery busy leaves: the one at work looks again after it has let go.
    while (!outbox.isEmpty() && delivery.tryLock()) {
      try {
        for (var event = outbox.poll(); event != null; event = outbox.poll()) {
          sink.emit(event);
        }
      } finally {
        delivery.unlock();
      }
    }
  }
}
