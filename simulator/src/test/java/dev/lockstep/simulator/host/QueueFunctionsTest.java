package dev.lockstep.simulator.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.simulator.host.queue.MessageTiming;
import dev.lockstep.simulator.storage.LoopbackStorage;
import dev.lockstep.simulator.storage.MessageQueue;
import dev.lockstep.simulator.storage.QueueMessage;
import dev.lockstep.simulator.storage.QueueStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueFunctionsTest {
  @TempDir private Path folder;
  private LoopbackStorage storage;

  @BeforeEach
  void start() {
    storage = LoopbackStorage.start();
  }

  @AfterEach
  void stop() {
    storage.close();
  }

  private RunningHost host(MessageTiming timing) throws Exception {
    return new RunningHost(
        StagedApp.in(folder).queue(),
        Map.of("Sample", storage.account().connectionString(), "SAMPLE_QUEUE", "lockstep-sample"),
        timing);
  }

  private MessageQueue queue() {
    QueueStore queues = storage.server().queues();
    queues.create("lockstep-sample", Map.of());
    return queues.queue("lockstep-sample");
  }

  private String send(String text) {
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return queue().put(base64, Duration.ZERO, Optional.empty()).id();
  }

  private Optional<QueueMessage> poison() {
    return storage
        .server()
        .queues()
        .find("lockstep-sample-poison")
        .flatMap(queue -> queue.peek(1).stream().findFirst());
  }

  @Test
  void theQueueIsMadeAndMessagesAreDeletedAfterSuccess() throws Exception {
    try (RunningHost host = host(MessageTiming.HOST)) {
      Eventually.holds(
          "queue exists", () -> storage.server().queues().find("lockstep-sample").isPresent());
      String id = send("first");
      host.lines.await("work <first> try 1 id " + id);
      Eventually.holds("deleted", () -> queue().approximateCount() == 0);
      assertThat(host.lines.containing("done <first>")).hasSize(1);
    }
  }

  @Test
  void aMessageThatAlwaysFailsEndsInThePoisonQueue() throws Exception {
    String id = send("fail");
    try (RunningHost host = host(MessageTiming.HOST)) {
      Eventually.holds("poisoned", () -> poison().isPresent());
      Eventually.holds("gone from the queue", () -> queue().approximateCount() == 0);
      assertThat(host.lines.containing("work <fail>"))
          .hasSize(2)
          .anyMatch(line -> line.contains("try 2 id " + id));
      assertThat(
              new String(
                  Base64.getDecoder().decode(poison().orElseThrow().text()),
                  StandardCharsets.UTF_8))
          .isEqualTo("fail");
    }
  }

  @Test
  void whatIsNotBase64IsPoisonAtOnce() throws Exception {
    var unused = queue().put("<not base64>", Duration.ZERO, Optional.empty());
    try (RunningHost host = host(MessageTiming.HOST)) {
      Eventually.holds("poisoned", () -> poison().isPresent());
      assertThat(poison().orElseThrow().text()).isEqualTo("<not base64>");
      assertThat(host.lines.containing("work <")).isEmpty();
    }
  }

  @Test
  void aMessageInWorkIsHiddenForTenMinutes() throws Exception {
    CountDownLatch gate = gate("held");
    send("held");
    try (RunningHost host = host(MessageTiming.HOST)) {
      host.lines.await("work <held>");
      Instant visible = queue().all().get(0).nextVisible();
      Instant now = Clock.systemUTC().instant();
      assertThat(Duration.between(now, visible))
          .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
      gate.countDown();
      host.lines.await("done <held>");
    }
  }

  @Test
  void aLongRunKeepsItsMessageHidden() throws Exception {
    CountDownLatch gate = gate("long");
    send("long");
    try (RunningHost host = host(new MessageTiming(Duration.ofSeconds(2)))) {
      host.lines.await("work <long>");
      String receipt = queue().all().get(0).popReceipt();
      Eventually.holds("renewed", () -> !queue().all().get(0).popReceipt().equals(receipt));
      String second = queue().all().get(0).popReceipt();
      Eventually.holds("again", () -> !queue().all().get(0).popReceipt().equals(second));
      assertThat(queue().all().get(0).dequeueCount()).isEqualTo(1);
      gate.countDown();
      Eventually.holds("deleted", () -> queue().approximateCount() == 0);
      assertThat(host.lines.containing("work <long>")).hasSize(1);
    }
  }

  @Test
  void noMoreThanABatchIsInWork() throws Exception {
    CountDownLatch gate = gate("batch");
    for (int i = 0; i < 5; i++) {
      send("batch");
    }
    try (RunningHost host = host(MessageTiming.HOST)) {
      host.lines.await("work <batch>", 2);
      assertThat(queue().peek(32)).as("not fetched").hasSize(3);
      gate.countDown();
      host.lines.await("done <batch>", 5);
      Eventually.holds("deleted", () -> queue().approximateCount() == 0);
    }
  }

  @Test
  void aGracefulStopFinishesWhatIsInWork() throws Exception {
    CountDownLatch gate = gate("finish");
    send("finish");
    RunningHost host = host(MessageTiming.HOST);
    host.lines.await("work <finish>");
    Thread stopping = new Thread(host::close);
    stopping.start();
    gate.countDown();
    stopping.join();
    assertThat(host.lines.containing("done <finish>")).hasSize(1);
    assertThat(queue().approximateCount()).isZero();
  }

  private static CountDownLatch gate(String name) {
    CountDownLatch gate = new CountDownLatch(1);
    System.getProperties().put("sample.gate." + name, gate);
    return gate;
  }
}
