package dev.lockstep.azure;

import dev.lockstep.port.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Runs work on a bounded number of daemon threads. One piece of work runs on the caller's own. */
public final class ParallelTasks implements Tasks, AutoCloseable {
  private final ExecutorService executor;

  /**
   * @param threads how many pieces of work may run at once, over all callers
   */
  public ParallelTasks(int threads) {
    AtomicInteger count = new AtomicInteger();
    this.executor =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "lockstep-read-" + count.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public <T> List<T> all(List<Supplier<T>> work) {
    if (work.size() == 1) {
      return List.of(work.get(0).get());
    }
    List<Future<T>> futures = work.stream().map(w -> executor.submit(w::get)).toList();
    List<T> results = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (Future<T> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        failures.add(e.getCause());
      } catch (InterruptedException e) {
        futures.forEach(f -> f.cancel(true));
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while reading", e);
      }
    }
    if (!failures.isEmpty()) {
      throw unchecked(failures.get(0));
    }
    return results;
  }

  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
