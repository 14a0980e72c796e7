package dev.lockstep.cli.kills;

import dev.lockstep.simulator.host.HostLaunch;
import dev.lockstep.simulator.host.HostProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** The instances of the app: processes that serve the same queue, and can be killed. */
final class Crew implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int LINES = 60;

  private final HostLaunch launch;
  private final ExecutorService starters = Executors.newCachedThreadPool();
  private final List<HostProcess> alive = new ArrayList<>();
  private final List<Future<?>> starting = new ArrayList<>();
  private final Deque<String> problems = new ArrayDeque<>();
  private final AtomicInteger turn = new AtomicInteger();
  private int started;

  Crew(HostLaunch launch) {
    this.launch = launch;
  }

  /** Starts one more; it joins when it serves. */
  synchronized void hire() {
    String name = "worker-" + started++;
    starting.add(starters.submit(() -> start(name)));
  }

  private void start(String name) {
    try {
      HostProcess process = HostProcess.start(launch, START, line -> heard(name, line));
      synchronized (this) {
        alive.add(process);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name + " does not serve", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void heard(String name, String line) {
    if (line.contains("ERROR") || line.contains("SEVERE") || line.contains("WARN")) {
      problems.addLast(name + ": " + line);
      if (problems.size() > LINES) {
        problems.removeFirst();
      }
    }
  }

  /** Waits until all that were started serve. */
  void awaitAll() throws InterruptedException {
    List<Future<?>> all;
    synchronized (this) {
      all = List.copyOf(starting);
    }
    for (Future<?> one : all) {
      try {
        one.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException(String.valueOf(e.getCause()) + "\n" + problems(), e);
      }
    }
  }

  /** The endpoint of one that lives, each in its turn. */
  synchronized Optional<URI> instance() {
    return alive.isEmpty()
        ? Optional.empty()
        : Optional.of(endpoint(alive.get(turn.getAndIncrement() % alive.size())));
  }

  private static URI endpoint(HostProcess process) {
    return URI.create(process.ready().path("functionsEndpoint").asText());
  }

  /** How many serve. */
  synchronized int size() {
    return alive.size();
  }

  /** Kills one by SIGKILL; its process id, empty when none serves. */
  Optional<Long> killOne(RandomGenerator random) throws InterruptedException {
    HostProcess victim;
    synchronized (this) {
      if (alive.isEmpty()) {
        return Optional.empty();
      }
      victim = alive.remove(random.nextInt(alive.size()));
    }
    victim.kill();
    return Optional.of(victim.pid());
  }

  /** The latest lines that tell of problems. */
  synchronized String problems() {
    return String.join("\n", problems);
  }

  @Override
  public void close() throws InterruptedException {
    starters.shutdown();
    awaitAll();
    while (killOne(RandomGenerator.getDefault()).isPresent()) {
      // Nothing that they do after the verdict matters: a kill is the quickest end.
    }
  }
}
