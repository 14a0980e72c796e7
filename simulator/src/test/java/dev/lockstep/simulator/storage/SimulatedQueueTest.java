package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.QueueItem;
import com.azure.storage.queue.models.QueueStorageException;
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

  /** Not in the contract: Azurite miscounts a character that two parts of the body share. */
  @Test
  void aMessageIsCountedInUtf8() {
    QueueClient queue = account().queues().createQueue("in-utf8");
    String most = "\u00fc".repeat(32 * 1024);
    queue.sendMessage(most);
    assertThatThrownBy(() -> queue.sendMessage(most + "x"))
        .isInstanceOf(QueueStorageException.class)
        .hasMessageContaining("RequestBodyTooLarge");
    assertThat(queue.peekMessages(2, null, Context.NONE)).hasSize(1);
  }
}
