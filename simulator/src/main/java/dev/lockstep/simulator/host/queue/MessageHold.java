package dev.lockstep.simulator.host.queue;

import dev.lockstep.simulator.host.app.HostLog;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps one message hidden by renewals until closed; afterwards {@link #message} has the receipt.
 */
final class MessageHold implements AutoCloseable {
  private final QueueClient client;
  private final HostLog log;
  private final Duration hidden;
  private final ScheduledFuture<?> renewals;
  private ReceivedMessage message;
  private boolean closed;

  MessageHold(
      QueueClient client,
      ReceivedMessage message,
      MessageTiming timing,
      ScheduledExecutorService scheduler,
      HostLog log) {
    this.client = client;
    this.message = message;
    this.hidden = timing.hidden();
    this.log = log;
    long every = timing.renewEvery().toMillis();
    this.renewals = scheduler.scheduleAtFixedRate(this::renew, every, every, TimeUnit.MILLISECONDS);
  }

  private synchronized void renew() {
    if (closed) {
      return;
    }
    try {
      message = message.withReceipt(client.hide(message, hidden));
    } catch (QueueServiceException e) {
      log.error("message " + message.id() + " could not be kept hidden: " + e.getMessage());
    }
  }

  /** The message with its newest receipt. */
  synchronized ReceivedMessage message() {
    return message;
  }

  @Override
  public synchronized void close() {
    closed = true;
    renewals.cancel(false);
  }
}
