package dev.lockstep.simulator.eventgrid;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Real time on daemon threads of its own: a slow webhook does not hold up the others until there
 * are dozens of them.
 */
public final class RealTimeline implements Timeline, AutoCloseable {
  /** A storm of events waits here rather than making a thread each. */
  private static final int DELIVERIES_AT_ONCE = 32;

  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(named("eventgrid-timer-"));
  private final ExecutorService deliveries =
      Executors.newFixedThreadPool(DELIVERIES_AT_ONCE, named("eventgrid-delivery-"));

  public RealTimeline(Clock clock) {
    this.clock = requireNonNull(clock, "clock is null");
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void after(Duration delay, Runnable task) {
    try {
      if (delay.isZero() || delay.isNegative()) {
        deliveries.execute(task);
      } else {
        var unused =
            timer.schedule(
                () -> after(Duration.ZERO, task), delay.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (RejectedExecutionException e) {
      // Closed: what was still to be delivered is gone, as the simulated service is.
      return;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    deliveries.shutdownNow();
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, prefix + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
