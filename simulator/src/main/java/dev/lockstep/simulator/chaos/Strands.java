package dev.lockstep.simulator.chaos;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * Work that can stand still in its middle while other work goes on, all of it one at a time: each
 * piece has a thread, and a baton is handed over, so the order is that of the {@link Stage} and
 * nothing else. Threads are kept for the next life.
 *
 * <p>Whoever runs lives calls from one thread; not for use by several.
 */
public final class Strands implements AutoCloseable {
  private final ArrayDeque<Strand> idle = new ArrayDeque<>();
  private final List<Strand> busy = new ArrayList<>();
  private Strand running;

  /** Unwinds work whose life is over. */
  static final class Over extends Error {
    private static final long serialVersionUID = 1L;

    Over() {
      super("the life is over", null, false, false);
    }
  }

  /** One thread, and the work it carries. */
  private static final class Strand {
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private volatile Runnable work = () -> {};
    private volatile boolean done;
    private volatile boolean over;
    private volatile Throwable defect;
    private volatile boolean closed;

    Strand() {
      Thread thread = new Thread(this::live, "chaos-strand");
      thread.setDaemon(true);
      thread.start();
    }

    private void live() {
      go.acquireUninterruptibly();
      while (!closed) {
        try {
          work.run();
        } catch (Over ended) {
          over = true;
        } catch (Throwable failed) {
          // Whoever hands over the baton throws it again, on the thread that can tell of it.
          defect = failed;
        }
        done = true;
        back.release();
        go.acquireUninterruptibly();
      }
    }
  }

  /** Begins work now; returns when it stands still or has ended. */
  void begin(Runnable work) {
    Strand strand = idle.isEmpty() ? new Strand() : idle.pop();
    strand.work = work;
    strand.done = false;
    strand.over = false;
    busy.add(strand);
    hand(strand);
  }

  /** Lets the work that calls this stand still for a while. */
  void sleep(Stage stage, Duration duration) {
    var until = stage.now().plus(duration);
    if (stage.passes(until)) {
      return;
    }
    Strand self = running;
    stage.at(until, () -> hand(self));
    self.back.release();
    self.go.acquireUninterruptibly();
    if (self.over) {
      throw new Over();
    }
  }

  /** Ends all work that stands still; the life is over. */
  void endAll() {
    for (Strand strand : List.copyOf(busy)) {
      strand.over = true;
      hand(strand);
    }
  }

  private void hand(Strand strand) {
    if (strand.done) {
      return;
    }
    Strand before = running;
    running = strand;
    strand.go.release();
    strand.back.acquireUninterruptibly();
    running = before;
    if (strand.done) {
      busy.remove(strand);
      idle.push(strand);
      Throwable defect = strand.defect;
      strand.defect = null;
      if (defect != null) {
        throw new IllegalStateException("work of a life failed: " + defect, defect);
      }
    }
  }

  @Override
  public void close() {
    endAll();
    for (Strand strand : idle) {
      strand.closed = true;
      strand.go.release();
    }
  }
}
