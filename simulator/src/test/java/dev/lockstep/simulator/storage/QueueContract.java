package dev.lockstep.simulator.storage;

import static dev.lockstep.simulator.storage.Refusals.queueRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.util.Context;
import com.azure.storage.queue.QueueClient;
import com.azure.storage.queue.models.PeekedMessageItem;
import com.azure.storage.queue.models.QueueMessageItem;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Lockstep needs of the Queue service, said through the Azure SDK; true of every server. */
abstract class QueueContract {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private QueueClient queue;

  abstract StorageAccount account();

  @BeforeEach
  void freshQueue() {
    queue = account().queues().createQueue("contract-" + UUID.randomUUID());
  }

  private List<QueueMessageItem> receive(int count, Duration hidden) {
    return queue.receiveMessages(count, hidden, null, Context.NONE).stream().toList();
  }

  /** Polls until a message shows: visibility time-outs are real time at a real server. */
  private QueueMessageItem receiveWhenVisible() {
    OffsetDateTime deadline = OffsetDateTime.now(java.time.ZoneOffset.UTC).plusSeconds(60);
    while (OffsetDateTime.now(java.time.ZoneOffset.UTC).isBefore(deadline)) {
      List<QueueMessageItem> found = receive(1, MINUTE);
      if (!found.isEmpty()) {
        return found.get(0);
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no message became visible within 60 s");
  }

  @Test
  void aQueueIsCreatedOnce() {
    queue.createIfNotExists();
    queueRefused(
        409,
        "QueueAlreadyExists",
        () -> queue.createWithResponse(Map.of("other", "metadata"), null, Context.NONE));
    queue.delete();
    queueRefused(404, "QueueNotFound", queue::getProperties);
    queueRefused(404, "QueueNotFound", () -> queue.sendMessage("x"));
  }

  @Test
  void aMessageHoldsSixtyFourKibibytes() {
    String most = "x".repeat(64 * 1024);
    queue.sendMessage(most);
    queueRefused(413, "RequestBodyTooLarge", () -> queue.sendMessage(most + "x"));

    assertThat(receive(32, MINUTE))
        .singleElement()
        .satisfies(message -> assertThat(message.getBody().toString()).isEqualTo(most));
  }

  @Test
  void aMessageIsReceivedOnceAndDeleted() {
    queue.sendMessage("<signal target=\"gateway\">&\u00fc</signal>");
    QueueMessageItem message = receive(1, MINUTE).get(0);
    assertThat(message.getBody().toString())
        .isEqualTo("<signal target=\"gateway\">&\u00fc</signal>");
    assertThat(message.getDequeueCount()).isEqualTo(1);
    assertThat(message.getTimeNextVisible())
        .isBetween(
            message.getInsertionTime().plusSeconds(58), message.getInsertionTime().plusSeconds(75));
    assertThat(message.getExpirationTime())
        .isBetween(
            message.getInsertionTime().plusDays(7).minusSeconds(1),
            message.getInsertionTime().plusDays(7).plusSeconds(1));
    assertThat(receive(32, MINUTE)).isEmpty();
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isEqualTo(1);
    queue.deleteMessage(message.getMessageId(), message.getPopReceipt());
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isZero();
  }

  @Test
  void anOldReceiptIsRefused() {
    queue.sendMessage("x");
    QueueMessageItem first = receive(1, Duration.ofSeconds(1)).get(0);
    QueueMessageItem second = receiveWhenVisible();
    assertThat(second.getMessageId()).isEqualTo(first.getMessageId());
    assertThat(second.getDequeueCount()).isEqualTo(2);
    queueRefused(
        400,
        "PopReceiptMismatch",
        () -> queue.deleteMessage(first.getMessageId(), first.getPopReceipt()));
    queueRefused(
        400,
        "PopReceiptMismatch",
        () -> queue.updateMessage(first.getMessageId(), first.getPopReceipt(), "y", MINUTE));
    queue.deleteMessage(second.getMessageId(), second.getPopReceipt());
    queueRefused(
        404,
        "MessageNotFound",
        () -> queue.deleteMessage(second.getMessageId(), second.getPopReceipt()));
  }

  @Test
  void updatingHidesAnewAndGivesANewReceipt() {
    queue.sendMessage("x");
    QueueMessageItem message = receive(1, MINUTE).get(0);
    var updated =
        queue.updateMessage(message.getMessageId(), message.getPopReceipt(), "y", Duration.ZERO);
    QueueMessageItem again = receiveWhenVisible();
    assertThat(again.getBody().toString()).isEqualTo("y");
    assertThat(again.getDequeueCount()).isEqualTo(2);
    queueRefused(
        400,
        "PopReceiptMismatch",
        () -> queue.deleteMessage(message.getMessageId(), updated.getPopReceipt()));
  }

  @Test
  void anUpdateWithoutTextKeepsIt() {
    queue.sendMessage("kept");
    QueueMessageItem message = receive(1, MINUTE).get(0);
    queue.updateMessage(message.getMessageId(), message.getPopReceipt(), null, Duration.ZERO);
    assertThat(receiveWhenVisible().getBody().toString()).isEqualTo("kept");
  }

  @Test
  void aMessageCanBeSentForLater() {
    queue.sendMessageWithResponse(
        "later", Duration.ofSeconds(2), Duration.ofSeconds(-1), null, Context.NONE);
    assertThat(receive(1, MINUTE)).isEmpty();
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isEqualTo(1);
    QueueMessageItem message = receiveWhenVisible();
    assertThat(message.getBody().toString()).isEqualTo("later");
    assertThat(message.getExpirationTime().getYear()).isGreaterThanOrEqualTo(2100);
  }

  @Test
  void peekingDoesNotHideOrCount() {
    List.of("a", "b").forEach(queue::sendMessage);
    List<PeekedMessageItem> seen = queue.peekMessages(32, null, Context.NONE).stream().toList();
    assertThat(seen).extracting(item -> item.getBody().toString()).containsExactly("a", "b");
    assertThat(seen.get(0).getDequeueCount()).isZero();
    assertThat(receive(32, MINUTE)).hasSize(2);
  }

  @Test
  void clearingLeavesNothing() {
    List.of("a", "b", "c").forEach(queue::sendMessage);
    queue.clearMessages();
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isZero();
    assertThat(receive(32, MINUTE)).isEmpty();
  }

  @Test
  void numbersOutsideTheRulesAreRefused() {
    queueRefused(400, "OutOfRangeQueryParameterValue", () -> receive(33, MINUTE));
    queueRefused(400, "OutOfRangeQueryParameterValue", () -> receive(1, Duration.ofDays(8)));
    assertThat(queue.getProperties().getApproximateMessagesCountLong()).isZero();
  }
}
