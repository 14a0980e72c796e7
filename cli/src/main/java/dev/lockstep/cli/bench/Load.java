package dev.lockstep.cli.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Clients that ask one after the other, all at the same time.
 *
 * @param clients how many
 * @param span for how long
 */
record Load(int clients, Duration span) {
  /** One request of a client; its number tells the requests of all clients apart. */
  interface Request {
    void send(int client, int number);
  }

  /** Runs it; an answer that is not good ends it with an exception. */
  Rate run(Request request) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    long begin = System.nanoTime();
    try {
      List<Callable<List<Long>>> tasks = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int me = client;
        tasks.add(() -> times(request, me, begin));
      }
      List<Long> all = new ArrayList<>();
      for (Future<List<Long>> times : threads.invokeAll(tasks)) {
        all.addAll(times.get());
      }
      return new Rate(all, Duration.ofNanos(System.nanoTime() - begin));
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a request failed: " + failed.getCause(), failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Long> times(Request request, int client, long begin) {
    List<Long> times = new ArrayList<>();
    for (int number = 0; System.nanoTime() - begin < span.toNanos(); number++) {
      long before = System.nanoTime();
      request.send(client, number);
      times.add(System.nanoTime() - before);
    }
    return times;
  }
}
