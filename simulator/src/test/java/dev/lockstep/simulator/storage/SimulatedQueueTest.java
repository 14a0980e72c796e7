package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.Context;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueuesSegmentOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulatedQueueTest extends QueueContract {
  private static LoopbackStorage storage;

  @BeforeAll
  static void start() {
    storage = LoopbackStorage.start();
  }

  @AfterAll
  static void stop() {
    storage.close();
  }

  @Override
  StorageAccount account() {
    return storage.account();
  }

  /** Not in the contract: Azurite answers 400 to the SDK's request with a prefix. */
  @Test
  void queuesAreListedByPrefix() {
    List.of("listed-a", "listed-b", "other").forEach(account().queues()::createQueue);
    QueuesSegmentOptions named = new QueuesSegmentOptions().setPrefix("listed-");
    assertThat(account().queues().listQueues(named, null, Context.NONE).stream())
        .extracting(QueueItem::getName)
        .containsExactly("listed-a", "listed-b");
  }
}
