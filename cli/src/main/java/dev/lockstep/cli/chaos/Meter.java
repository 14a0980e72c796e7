package dev.lockstep.cli.chaos;

import dev.lockstep.port.Ticker;
import java.util.EnumMap;
import java.util.Map;

/**
 * Says for whose work the time goes by. Exact because one thing at a time is at work in a life,
 * whatever thread it is on; not for use where several are.
 */
final class Meter {
  /** Whose work. */
  enum Work {
    /** Events and alerts become signals: ours. */
    INTAKE,
    /** Messages become runs: ours. */
    RUNS,
    /** Simulated Azure, storage, clock and scheduling. */
    WORLD
  }

  private final Ticker ticker;
  private final Map<Work, Long> nanos = new EnumMap<>(Work.class);
  private Work now = Work.WORLD;
  private long since;
  private long deliveries;
  private long runs;
  private long waited;

  Meter(Ticker ticker) {
    this.ticker = ticker;
    reset();
  }

  /** Begins anew. */
  void reset() {
    nanos.clear();
    deliveries = 0;
    runs = 0;
    waited = 0;
    since = ticker.nanos();
  }

  /**
   * From now on it is this work.
   *
   * @return whose work it was
   */
  Work turnTo(Work work) {
    long at = ticker.nanos();
    nanos.merge(now, at - since, Long::sum);
    since = at;
    Work before = now;
    now = work;
    return before;
  }

  /** Does something as this work. */
  void during(Work work, Runnable task) {
    Work before = turnTo(work);
    try {
      task.run();
    } finally {
      turnTo(before);
    }
  }

  void delivered() {
    deliveries++;
  }

  void ran() {
    runs++;
  }

  /** A run waited for an answer; virtual time. */
  void waited(long more) {
    waited += more;
  }

  /** What was measured so far. */
  StormFigures figures() {
    turnTo(now);
    return new StormFigures(
        deliveries,
        runs,
        seconds(nanos.getOrDefault(Work.INTAKE, 0L)),
        seconds(nanos.getOrDefault(Work.RUNS, 0L)),
        seconds(nanos.getOrDefault(Work.WORLD, 0L)),
        seconds(waited));
  }

  private static double seconds(long nanos) {
    return nanos / 1e9;
  }
}
