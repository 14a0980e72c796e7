package dev.lockstep.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of a command that runs until it is told to stop: by Ctrl-C, by SIGTERM, or by its time
 * being over. The process waits until {@link #close}, so that nothing is left behind.
 */
final class Stop implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);

  Stop() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked.countDown();
                  awaitQuietly(done);
                }));
  }

  /** Waits; true when somebody asked, false when the time was over. */
  boolean await(Optional<Duration> limit) throws InterruptedException {
    if (limit.isPresent()) {
      return asked.await(limit.get().toMillis(), TimeUnit.MILLISECONDS);
    }
    asked.await();
    return true;
  }

  /** Everything is put away; the process may end. */
  @Override
  public void close() {
    done.countDown();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
