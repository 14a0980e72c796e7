package dev.lockstep.simulator.dataplane.probe;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets only so many requests run at once. A thousand handshakes at one time would each take so long
 * that they looked like time-outs.
 */
final class Turns {
  private static final int AT_ONCE = 32;

  private final AtomicInteger free = new AtomicInteger(AT_ONCE);
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

  /**
   * Runs work as soon as it is its turn.
   *
   * @param end when the turn ends
   */
  void take(CompletableFuture<?> end, Runnable work) {
    waiting.add(
        () -> {
          var unused =
              end.whenComplete(
                  (result, failure) -> {
                    free.incrementAndGet();
                    next();
                  });
          work.run();
        });
    next();
  }

  private void next() {
    while (!waiting.isEmpty() && free.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
      Runnable turn = waiting.poll();
      if (turn == null) {
        free.incrementAndGet();
      } else {
        turn.run();
      }
    }
  }
}
