package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What queues do as time passes; the rest is in {@link QueueContract}. */
class QueueStoreTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final ManualClock clock = new ManualClock(START);
  private final AtomicInteger ids = new AtomicInteger();
  private final QueueStore store = new QueueStore(clock, () -> "id-" + ids.incrementAndGet());

  private MessageQueue queue() {
    assertThat(store.create("queue", Map.of())).isTrue();
    return store.queue("queue");
  }

  @Test
  void aHiddenMessageShowsAgainToTheInstant() {
    MessageQueue queue = queue();
    var sent = queue.put("x", Duration.ZERO, Optional.empty());
    assertThat(sent.inserted()).isEqualTo(START);
    QueueMessage first = queue.receive(1, Duration.ofMinutes(10)).get(0);
    assertThat(first.nextVisible()).isEqualTo(START.plusSeconds(600));
    clock.advance(Duration.ofMillis(599_999));
    assertThat(queue.receive(1, Duration.ofSeconds(1))).isEmpty();
    clock.advance(Duration.ofMillis(1));
    QueueMessage second = queue.receive(1, Duration.ofMinutes(10)).get(0);
    assertThat(second.dequeueCount()).isEqualTo(2);
    assertThat(second.popReceipt()).isNotEqualTo(first.popReceipt());
  }

  @Test
  void aReceiptStaysGoodUntilSomebodyElseReceives() {
    MessageQueue queue = queue();
    var unused = queue.put("x", Duration.ZERO, Optional.empty());
    QueueMessage message = queue.receive(1, Duration.ofSeconds(1)).get(0);
    clock.advance(Duration.ofMinutes(5));
    queue.delete(message.id(), message.popReceipt());
    assertThat(queue.approximateCount()).isZero();
  }

  @Test
  void aMessageIsForgottenWhenItsLifeEnds() {
    MessageQueue queue = queue();
    var unused = queue.put("short", Duration.ZERO, Optional.of(Duration.ofSeconds(10)));
    QueueMessage forever = queue.put("forever", Duration.ZERO, Optional.empty());
    assertThat(forever.expires()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    clock.advance(Duration.ofSeconds(10));
    assertThat(queue.all()).extracting(QueueMessage::text).containsExactly("forever");
  }

  @Test
  void theLongestVisibleComesFirst() {
    MessageQueue queue = queue();
    List.of(3, 1, 2)
        .forEach(
            seconds -> {
              var unused =
                  queue.put("after-" + seconds, Duration.ofSeconds(seconds), Optional.empty());
            });
    clock.advance(Duration.ofSeconds(2));
    assertThat(queue.receive(32, Duration.ofMinutes(1)))
        .extracting(QueueMessage::text)
        .containsExactly("after-1", "after-2");
  }

  @Test
  void namesFollowTheRules() {
    for (String name : List.of("ab", "Queue", "a--b", "-ab", "ab-", "a_b", "a".repeat(64))) {
      assertThatThrownBy(() -> store.create(name, Map.of()))
          .as(name)
          .isInstanceOf(StorageException.class);
    }
    assertThat(store.create("lockstep-signals-poison", Map.of())).isTrue();
    assertThat(store.create("lockstep-signals-poison", Map.of())).isFalse();
  }
}
