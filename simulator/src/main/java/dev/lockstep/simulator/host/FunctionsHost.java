package dev.lockstep.simulator.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.AppFolder;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HostLog;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.host.app.Trigger;
import dev.lockstep.simulator.host.http.HostKeys;
import dev.lockstep.simulator.host.http.HttpFront;
import dev.lockstep.simulator.host.queue.MessageTiming;
import dev.lockstep.simulator.host.queue.QueueTriggers;
import dev.lockstep.simulator.host.timer.Ncrontab;
import dev.lockstep.simulator.host.timer.TimerLoop;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A running host: one app, its HTTP server, timers and queue triggers. */
public final class FunctionsHost implements AutoCloseable {
  /** The longest a stop waits for work that is going on. */
  private static final Duration DRAIN = Duration.ofSeconds(20);

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(4);
  private final LoadedApp app;
  private final HostKeys keys;
  private final HttpFront front;
  private final QueueTriggers queues;

  private FunctionsHost(
      Path folder, int port, Settings settings, MessageTiming timing, Clock clock, HostLog log) {
    app = LoadedApp.load(AppFolder.read(folder, settings));
    keys = HostKeys.from(settings);
    FunctionRunner runner = new FunctionRunner(workers, app.folder().host().functionTimeout(), log);
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    queues = new QueueTriggers(http, clock, runner, workers, scheduler, log);
    queues.prepare(app, settings, timing);
    List<TimerLoop> timers = timers(runner, clock);
    front = HttpFront.start(app, runner, keys, port);
    timers.forEach(TimerLoop::start);
    queues.start();
  }

  /**
   * Starts a host.
   *
   * @throws AppException if the app or its settings are wrong; nothing runs then
   */
  public static FunctionsHost start(
      Path folder, int port, Settings settings, MessageTiming timing, PrintStream out) {
    Clock clock = Clock.systemUTC();
    return new FunctionsHost(folder, port, settings, timing, clock, new HostLog(out, clock));
  }

  private List<TimerLoop> timers(FunctionRunner runner, Clock clock) {
    return app.functions().stream()
        .filter(function -> function.trigger() instanceof Trigger.Timer)
        .map(function -> new TimerLoop(function, schedule(function), runner, scheduler, clock))
        .toList();
  }

  private static Ncrontab schedule(LoadedFunction function) {
    try {
      return Ncrontab.parse(((Trigger.Timer) function.trigger()).schedule());
    } catch (AppException e) {
      throw new AppException("function " + function.name() + ": " + e.getMessage(), e);
    }
  }

  /** Where it serves, without a slash at the end. */
  public URI endpoint() {
    return front.endpoint();
  }

  /** What a client needs to know, keys included. */
  public ObjectNode ready() {
    ObjectNode ready = new ObjectMapper().createObjectNode();
    ready.put("functionsEndpoint", endpoint().toString());
    ready.put("functionKey", keys.function());
    ready.put("masterKey", keys.master());
    ready.putObject("systemKeys").put("eventgrid_extension", keys.eventGrid());
    ArrayNode functions = ready.putArray("functions");
    app.functions().forEach(function -> functions.add(function.name()));
    return ready;
  }

  /** Takes no new work, waits a bounded time for what is going on, and stops. */
  @Override
  public void close() {
    long end = System.nanoTime() + DRAIN.toNanos();
    queues.stop();
    front.drain(left(end));
    queues.drain(left(end));
    front.close();
    scheduler.shutdownNow();
    workers.shutdown();
    try {
      if (!workers.awaitTermination(left(end).toMillis(), TimeUnit.MILLISECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
    app.close();
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }
}
