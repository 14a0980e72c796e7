package dev.lockstep.cli.chaos;

import dev.lockstep.simulator.chaos.Life;
import dev.lockstep.simulator.chaos.LifeReport;
import dev.lockstep.simulator.chaos.Strands;
import dev.lockstep.simulator.pki.Pki;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Lives many seeds, several at a time; each of them is lived by one thread's baton alone. */
final class Lives {
  private final Break broken;
  private final boolean stopAtFirst;

  /**
   * @param broken the bug to put in
   * @param stopAtFirst whether the first violation ends it
   */
  Lives(Break broken, boolean stopAtFirst) {
    this.broken = broken;
    this.stopAtFirst = stopAtFirst;
  }

  /** One life, with its history. */
  LifeReport tell(long seed) {
    try (Strands strands = new Strands()) {
      return live(seed, strands, Life.authorities(), true);
    }
  }

  /**
   * Lives the seeds from one on; each report is handed over by one thread at a time, in any order.
   */
  void live(long from, long count, int threads, Consumer<LifeReport> taker)
      throws InterruptedException {
    AtomicLong next = new AtomicLong();
    AtomicBoolean stop = new AtomicBoolean();
    List<Throwable> defects = new ArrayList<>();
    List<Thread> all = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread thread =
          new Thread(
              () -> {
                try (Strands strands = new Strands()) {
                  Pki authorities = Life.authorities();
                  for (long n = next.getAndIncrement();
                      n < count && !stop.get();
                      n = next.getAndIncrement()) {
                    LifeReport report = live(from + n, strands, authorities, false);
                    synchronized (defects) {
                      taker.accept(report);
                    }
                    if (stopAtFirst && broken.sign(report).isPresent()) {
                      stop.set(true);
                    }
                  }
                } catch (RuntimeException | Error defect) {
                  stop.set(true);
                  synchronized (defects) {
                    defects.add(defect);
                  }
                }
              },
              "chaos-" + i);
      thread.start();
      all.add(thread);
    }
    for (Thread thread : all) {
      thread.join();
    }
    if (!defects.isEmpty()) {
      throw new IllegalStateException("the simulation itself failed", defects.get(0));
    }
  }

  private LifeReport live(long seed, Strands strands, Pki authorities, boolean keepHistory) {
    try {
      return Life.live(
          seed, new AppSubject(Reach.of(seed), broken), strands, authorities, keepHistory);
    } catch (RuntimeException defect) {
      throw new IllegalStateException("seed " + seed + ": " + defect.getMessage(), defect);
    }
  }
}
