package dev.lockstep.simulator.host.queue;

import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HostLog;
import dev.lockstep.simulator.host.app.LoadedApp;
import dev.lockstep.simulator.host.app.LoadedFunction;
import dev.lockstep.simulator.host.app.QueueSettings;
import dev.lockstep.simulator.host.app.Settings;
import dev.lockstep.simulator.host.app.Trigger;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;

/** All queue triggers of an app. */
public final class QueueTriggers {
  private final HttpClient http;
  private final Clock clock;
  private final FunctionRunner runner;
  private final ExecutorService workers;
  private final ScheduledExecutorService scheduler;
  private final HostLog log;
  private final List<QueueListener> listeners = new ArrayList<>();

  public QueueTriggers(
      HttpClient http,
      Clock clock,
      FunctionRunner runner,
      ExecutorService workers,
      ScheduledExecutorService scheduler,
      HostLog log) {
    this.http = http;
    this.clock = clock;
    this.runner = runner;
    this.workers = workers;
    this.scheduler = scheduler;
    this.log = log;
  }

  /**
   * Makes a listener for each queue function; nothing is polled yet.
   *
   * @throws dev.lockstep.simulator.host.app.AppException if a storage account is not configured
   */
  public void prepare(LoadedApp app, Settings settings, MessageTiming timing) {
    QueueSettings queues = app.folder().host().queues();
    for (LoadedFunction function : app.functions()) {
      if (function.trigger() instanceof Trigger.Queue trigger) {
        StorageConnection connection =
            StorageConnection.of(trigger.connection(), settings, http, clock);
        QueueClient client = new QueueClient(http, clock, connection, trigger.queue());
        MessageWork work =
            new MessageWork(function, client, queues, timing, runner, scheduler, log);
        listeners.add(new QueueListener(client, queues, timing, work, workers, log));
      }
    }
  }

  /** Starts polling. */
  public void start() {
    listeners.forEach(listener -> workers.execute(listener::poll));
  }

  /** Stops polling; messages in work go on. */
  public void stop() {
    listeners.forEach(QueueListener::stop);
  }

  /** Waits at most {@code limit} for the messages in work. */
  public void drain(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    for (QueueListener listener : listeners) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      if (!listener.drain(left)) {
        log.error("messages are still in work; they show again when their time-out ends");
        return;
      }
    }
  }
}
