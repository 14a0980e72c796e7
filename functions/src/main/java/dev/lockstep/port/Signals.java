package dev.lockstep.port;

import dev.lockstep.signal.Message;
import java.time.Duration;

/** The queue that starts runs. */
@FunctionalInterface
public interface Signals {
  /**
   * Puts a message into the queue.
   *
   * @param delay how long it stays invisible; zero for at once, at most seven days
   * @throws StorageFailure when the queue could not take it; the caller must not act as if it had
   */
  void send(Message message, Duration delay);
}
