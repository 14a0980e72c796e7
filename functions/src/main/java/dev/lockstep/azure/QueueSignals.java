package dev.lockstep.azure;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueErrorCode;
import com.azure.storage.queue.models.QueueStorageException;
import dev.lockstep.port.Signals;
import dev.lockstep.port.StorageFailure;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Duration;

/** Azure Queue Storage. The queue is made when the first message needs it. */
public final class QueueSignals implements Signals {
  /** Seven days, the service's default; a delay must be shorter. */
  private static final Duration TIME_TO_LIVE = Duration.ofDays(7);

  private final QueueClient queue;

  public QueueSignals(QueueClient queue) {
    this.queue = queue;
  }

  @Override
  public void send(Message message, Duration delay) {
    String text = MessageCodec.encode(message);
    try {
      sendOrCreate(text, delay);
    } catch (QueueStorageException e) {
      throw new StorageFailure(
          "the queue "
              + queue.getQueueName()
              + " refused a message: HTTP "
              + e.getStatusCode()
              + " "
              + e.getErrorCode()
              + Storage.remedy(e.getStatusCode()),
          e);
    } catch (RuntimeException e) {
      throw new StorageFailure(
          "the queue " + queue.getQueueName() + " did not answer: " + e.getMessage(), e);
    }
  }

  private void sendOrCreate(String text, Duration delay) {
    try {
      send(text, delay);
    } catch (QueueStorageException e) {
      if (!QueueErrorCode.QUEUE_NOT_FOUND.equals(e.getErrorCode())) {
        throw e;
      }
      queue.createIfNotExists();
      send(text, delay);
    }
  }

  private void send(String text, Duration delay) {
    // No time-out here: with one, the SDK hides the service's answer inside an ExecutionException.
    // The client's own time-outs hold.
    queue.sendMessageWithResponse(text, wholeSeconds(delay), TIME_TO_LIVE, null, Context.NONE);
  }

  /** The service counts in seconds and the SDK cuts off the rest: a wake must not come early. */
  private static Duration wholeSeconds(Duration delay) {
    return delay.getNano() == 0 ? delay : Duration.ofSeconds(delay.getSeconds() + 1);
  }
}
