package dev.lockstep.simulator.storage;

import java.time.Instant;

/**
 * A message of a queue at one instant.
 *
 * @param expires when the service forgets it; year 9999 if never
 * @param popReceipt what the last receiver must show to change or delete it
 * @param nextVisible when it can be received again
 * @param dequeueCount how often it was received
 * @param text as the sender gave it, not decoded
 */
public record QueueMessage(
    String id,
    Instant inserted,
    Instant expires,
    String popReceipt,
    Instant nextVisible,
    int dequeueCount,
    String text) {

  QueueMessage received(String receipt, Instant visible) {
    return new QueueMessage(id, inserted, expires, receipt, visible, dequeueCount + 1, text);
  }

  QueueMessage updated(String receipt, Instant visible, String newText) {
    return new QueueMessage(id, inserted, expires, receipt, visible, dequeueCount, newText);
  }
}
