package dev.lockstep.simulator.host.app;

import java.time.Duration;

/**
 * {@code extensions.queues} of host.json (Microsoft Learn, "Azure Queue storage trigger and
 * bindings").
 *
 * @param batchSize messages fetched at once, 1 to 32
 * @param newBatchThreshold at most this many in work before the next fetch
 * @param maxDequeueCount tries before the poison queue
 * @param visibilityTimeout hidden for this long after a failure
 * @param maxPollingInterval longest pause between polls of an empty queue
 * @param base64 whether message texts are base64
 */
public record QueueSettings(
    int batchSize,
    int newBatchThreshold,
    int maxDequeueCount,
    Duration visibilityTimeout,
    Duration maxPollingInterval,
    boolean base64) {

  /** The defaults of the extension. */
  public static final QueueSettings DEFAULTS =
      new QueueSettings(16, 8, 5, Duration.ZERO, Duration.ofMinutes(1), true);

  public QueueSettings {
    require(batchSize >= 1 && batchSize <= 32, "batchSize must be from 1 to 32");
    require(newBatchThreshold >= 0, "newBatchThreshold must not be negative");
    require(maxDequeueCount >= 1, "maxDequeueCount must be at least 1");
    require(!visibilityTimeout.isNegative(), "visibilityTimeout must not be negative");
    require(
        maxPollingInterval.compareTo(Duration.ofMillis(100)) >= 0,
        "maxPollingInterval must be at least 00:00:00.100");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new AppException("host.json, extensions.queues: " + rule);
    }
  }
}
