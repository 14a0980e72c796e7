package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Work that can stand still in its middle while other work goes on, all of it one at a time and in
 * the order of the {@link Stage}: each piece has a thread, and a baton goes directly from the one
 * that stands still to the one that is due. Whoever holds the baton does on its own thread what
 * needs none of its own. Threads are kept for the next life.
 *
 * <p>Whoever lives a life does so on one thread; not for use by several at once.
 */
public final class Strands implements AutoCloseable {
  private final ArrayDeque<Strand> idle = new ArrayDeque<>();
  private final List<Strand> busy = new ArrayList<>();
  private final Strand outside = new Strand(false);
  private Strand running = outside;
  private Optional<Throwable> defect = Optional.empty();
  private boolean ending;

  /** Unwinds work whose life is over. */
  static final class Over extends Error {
    private static final long serialVersionUID = 1L;

    Over() {
      super("the life is over", null, false, false);
    }
  }

  /** A thread and the work that it carries; the outside has a thread already. */
  private final class Strand {
    private final Semaphore baton = new Semaphore(0);
    private Optional<Runnable> work = Optional.empty();
    private Stage stage;
    private boolean closed;

    Strand(boolean own) {
      if (own) {
        Thread thread = new Thread(this::live, "chaos-strand");
        thread.setDaemon(true);
        thread.start();
      }
    }

    private void live() {
      baton.acquireUninterruptibly();
      while (!closed) {
        try {
          work.orElseThrow().run();
        } catch (Over ended) {
          // The life that this work belonged to is over; the thread is free for the next.
          work = Optional.empty();
        } catch (Throwable failed) {
          defect = Optional.of(failed);
        }
        work = Optional.empty();
        busy.remove(this);
        idle.push(this);
        if (ending || defect.isPresent()) {
          give(outside);
        } else {
          pass(stage, this);
        }
      }
    }

    /** Gives the baton to another and waits until it comes back. */
    private void give(Strand other) {
      running = other;
      other.baton.release();
      baton.acquireUninterruptibly();
    }
  }

  /** Lets everything happen up to an instant; the outside calls this, no work does. */
  void runUntil(Stage stage, Instant end) {
    stage.at(end, () -> running = outside);
    pass(stage, outside);
    if (defect.isPresent()) {
      Throwable failed = defect.get();
      defect = Optional.empty();
      throw new IllegalStateException("work of a life failed: " + failed, failed);
    }
  }

  /** Begins work at this instant, after what is due already. */
  void begin(Stage stage, Runnable work) {
    Strand strand = idle.isEmpty() ? new Strand(true) : idle.pop();
    strand.work = Optional.of(work);
    strand.stage = stage;
    busy.add(strand);
    stage.at(stage.now(), () -> running = strand);
  }

  /** Lets the work that calls this stand still for a while. */
  void sleep(Stage stage, Duration duration) {
    if (ending) {
      throw new Over();
    }
    Instant until = stage.now().plus(duration);
    if (stage.passes(until)) {
      return;
    }
    Strand self = running;
    stage.at(until, () -> running = self);
    pass(stage, self);
    if (ending) {
      throw new Over();
    }
  }

  /** Does what is due until somebody else's turn comes, then waits for the own turn. */
  private void pass(Stage stage, Strand self) {
    Strand nobody = null;
    running = nobody;
    try {
      while (running == nobody && !ending) {
        stage.step();
      }
    } catch (Throwable failed) {
      defect = Optional.of(failed);
      running = outside;
    }
    if (running != self) {
      self.give(running);
    }
  }

  /** Ends all work that stands still; the life is over. */
  void endAll() {
    ending = true;
    for (Strand strand : List.copyOf(busy)) {
      outside.give(strand);
    }
    ending = false;
    defect = Optional.empty();
  }

  @Override
  public void close() {
    endAll();
    for (Strand strand : idle) {
      strand.closed = true;
      strand.baton.release();
    }
  }
}
