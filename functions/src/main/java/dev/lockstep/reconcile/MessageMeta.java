package dev.lockstep.reconcile;

import java.time.Instant;

/**
 * What the queue says of a message.
 *
 * @param insertionTime when it was put there, stamped by the storage service
 * @param dequeueCount how often it was handed out, this time included
 */
public record MessageMeta(Instant insertionTime, long dequeueCount) {
  /** Whether an earlier attempt did not come to its end. */
  public boolean isRedelivered() {
    return dequeueCount > 1;
  }
}
