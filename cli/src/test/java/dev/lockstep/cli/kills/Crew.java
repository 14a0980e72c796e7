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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The instances of the app: processes that serve the same queue, and can be killed. */
final class Crew implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int LINES = 60;

  private final Function<String, HostLaunch> launches;
  private final ExecutorService starters = Executors.newCachedThreadPool();
  private final Map<String, HostProcess> alive = new LinkedHashMap<>();
  private final List<Future<?>> starting = new ArrayList<>();
  private final Deque<String> problems = new ArrayDeque<>();
  private final AtomicInteger turn = new AtomicInteger();
  private int started;

  /**
   * @param launches how the instance of a name is started
   */
  Crew(Function<String, HostLaunch> launches) {
    this.launches = launches;
  }

  /** Starts one more; it joins when it serves. */
  synchronized void hire() {
    String name = "worker-" + started++;
    starting.add(starters.submit(() -> start(name)));
  }

  private void start(String name) {
    try {
      HostProcess process =
          HostProcess.start(launches.apply(name), START, line -> heard(name, line));
      synchronized (this) {
        alive.put(name, process);
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
        : Optional.of(
            endpoint(List.copyOf(alive.values()).get(turn.getAndIncrement() % alive.size())));
  }

  private static URI endpoint(HostProcess process) {
    return URI.create(process.ready().path("functionsEndpoint").asText());
  }

  /** How many serve. */
  synchronized int size() {
    return alive.size();
  }

  /** Kills one by SIGKILL; false when it does not serve, or not yet. */
  boolean kill(String name) {
    Optional<HostProcess> victim;
    synchronized (this) {
      victim = Optional.ofNullable(alive.remove(name));
    }
    try {
      if (victim.isPresent()) {
        victim.get().kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return victim.isPresent();
  }

  private synchronized List<String> names() {
    return List.copyOf(alive.keySet());
  }

  /** The latest lines that tell of problems. */
  synchronized String problems() {
    return String.join("\n", problems);
  }

  @Override
  public void close() throws InterruptedException {
    starters.shutdown();
    awaitAll();
    // Nothing that they do after the verdict matters: a kill is the quickest end.
    names().forEach(this::kill);
  }
}
