package dev.lockstep.simulator;

import dev.lockstep.simulator.world.World;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Lets the world move on when nobody asks, so that events of finished operations leave in time. A
 * step costs microseconds when nothing is due.
 */
final class Ticker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Ticker.class.getName());
  private static final Duration STEP = Duration.ofMillis(20);

  private final ScheduledExecutorService executor;
  private final ScheduledFuture<?> ticking;

  private Ticker(World world) {
    executor =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "simulator-ticker");
              thread.setDaemon(true);
              return thread;
            });
    ticking =
        executor.scheduleWithFixedDelay(
            () -> settle(world), STEP.toMillis(), STEP.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Ticker start(World world) {
    return new Ticker(world);
  }

  private static void settle(World world) {
    try {
      world.settle();
    } catch (RuntimeException defect) {
      // An exception would end the schedule, and with it every later event.
      LOG.log(Level.ERROR, "The simulated world failed to move on", defect);
    }
  }

  @Override
  public void close() {
    ticking.cancel(false);
    executor.shutdown();
  }
}
