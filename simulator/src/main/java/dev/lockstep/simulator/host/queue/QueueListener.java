package dev.lockstep.simulator.host.queue;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.host.app.HostLog;
import dev.lockstep.simulator.host.app.QueueSettings;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Polls one queue for one function: fetches up to batchSize messages whenever no more than
 * newBatchThreshold are in work, as the real host.
 */
final class QueueListener {
  private final QueueClient client;
  private final QueueSettings settings;
  private final MessageTiming timing;
  private final MessageWork work;
  private final ExecutorService workers;
  private final HostLog log;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private int inWork;
  private boolean stopped;

  QueueListener(
      QueueClient client,
      QueueSettings settings,
      MessageTiming timing,
      MessageWork work,
      ExecutorService workers,
      HostLog log) {
    this.client = requireNonNull(client, "client is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.timing = requireNonNull(timing, "timing is null");
    this.work = requireNonNull(work, "work is null");
    this.workers = requireNonNull(workers, "workers is null");
    this.log = requireNonNull(log, "log is null");
  }

  /** Polls until stopped; meant for a thread of its own. */
  void poll() {
    PollingDelay delay = new PollingDelay(settings.maxPollingInterval(), new Random());
    boolean created = false;
    while (awaitCapacity()) {
      boolean found = false;
      try {
        if (!created) {
          client.create();
          created = true;
        }
        List<ReceivedMessage> messages = client.receive(settings.batchSize(), timing.hidden());
        found = !messages.isEmpty();
        messages.forEach(this::start);
      } catch (QueueServiceException e) {
        if (!stopped()) {
          log.error("polling '" + client.queue() + "': " + e.getMessage());
        }
        created = created && !e.code().equals("QueueNotFound");
      }
      pause(delay.next(found));
    }
  }

  private void start(ReceivedMessage message) {
    if (stopped()) {
      // Fetched while the host was told to stop: given back at once, for others.
      var unused = client.hide(message, Duration.ZERO);
      return;
    }
    count(1);
    workers.execute(
        () -> {
          try {
            work.process(message);
          } finally {
            count(-1);
          }
        });
  }

  private void count(int change) {
    lock.lock();
    try {
      inWork += change;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until there is room for a batch; false once stopped. */
  private boolean awaitCapacity() {
    lock.lock();
    try {
      while (!stopped && inWork > settings.newBatchThreshold()) {
        changed.awaitUninterruptibly();
      }
      return !stopped;
    } finally {
      lock.unlock();
    }
  }

  private void pause(Duration length) {
    lock.lock();
    try {
      long left = length.toNanos();
      while (!stopped && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      stopped = true;
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  private boolean stopped() {
    lock.lock();
    try {
      return stopped;
    } finally {
      lock.unlock();
    }
  }

  /** Fetches no more; messages in work go on. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing is in work; false if the limit came first. */
  boolean drain(Duration limit) {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (inWork > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
      return inWork == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }
}
