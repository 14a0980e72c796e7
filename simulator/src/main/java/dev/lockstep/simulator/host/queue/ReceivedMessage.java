package dev.lockstep.simulator.host.queue;

import java.util.Map;

/**
 * A message that is hidden from others while we hold its receipt; times as the service wrote them.
 */
record ReceivedMessage(
    String id,
    String popReceipt,
    int dequeueCount,
    String inserted,
    String expires,
    String nextVisible,
    String text) {

  ReceivedMessage withReceipt(String receipt) {
    return new ReceivedMessage(id, receipt, dequeueCount, inserted, expires, nextVisible, text);
  }

  /** The binding data of the queue trigger (Microsoft Learn, "Message metadata"). */
  Map<String, String> metadata(String payload) {
    return Map.of(
        "QueueTrigger", payload,
        "Id", id,
        "PopReceipt", popReceipt,
        "DequeueCount", "" + dequeueCount,
        "InsertionTime", inserted,
        "ExpirationTime", expires,
        "NextVisibleTime", nextVisible);
  }
}
