package dev.lockstep.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.fault.Effect;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.fault.FaultRule;
import dev.lockstep.simulator.fault.Incident;
import dev.lockstep.simulator.fault.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueueFaultsTest {
  private static final Duration HIDDEN = Duration.ofSeconds(30);

  private final FaultBook book =
      new FaultBook(
          1, List.of(FaultRule.of("QUEUE", "lockstep-*", Trigger.next(1), new Effect.Twice())));
  private final AtomicInteger ids = new AtomicInteger();
  private final QueueStore store =
      new QueueStore(
          new ManualClock(Instant.parse("2026-01-01T00:00:00Z")),
          () -> "id-" + ids.incrementAndGet(),
          queue -> !book.strikes(Incident.message(queue)).isEmpty());

  @Test
  void aMessageIsReceivedAgainWhileSomebodyWorksOnIt() {
    MessageQueue queue = queue("lockstep-signals");
    QueueMessage first = queue.receive(1, HIDDEN).get(0);
    QueueMessage again = queue.receive(1, HIDDEN).get(0);
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.dequeueCount()).isEqualTo(2);
    assertThatThrownBy(() -> queue.delete(first.id(), first.popReceipt()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("pop receipt");
    assertThat(queue.receive(1, HIDDEN)).as("only once").isEmpty();
    queue.delete(again.id(), again.popReceipt());
    assertThat(queue.approximateCount()).isZero();
  }

  @Test
  void otherQueuesAreSpared() {
    MessageQueue queue = queue("others");
    assertThat(queue.receive(1, HIDDEN)).hasSize(1);
    assertThat(queue.receive(1, HIDDEN)).isEmpty();
  }

  private MessageQueue queue(String name) {
    store.create(name, Map.of());
    MessageQueue queue = store.queue(name);
    queue.put("text", Duration.ZERO, Optional.empty());
    return queue;
  }
}
