package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.reconcile.Outcome;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Estate;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.MessageCodec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueRunsTest {
  private static final Instant NOW = Instant.parse("2026-01-15T10:30:00Z");
  private static final Message SIGNAL =
      new Message.Signal(Estate.EDGE, Cause.of(Cause.Kind.RESYNC, "asked"));

  private final FakeRuns runs = new FakeRuns();
  private final RecordedLog log = new RecordedLog();
  private final QueueRuns queueRuns =
      new QueueRuns(runs, new InvocationLog(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  @DisplayName("a message starts one run, with what the queue says of it")
  void run() {
    queueRuns.run(
        Delivery.of(MessageCodec.encode(SIGNAL), "2026-01-15T10:25:24Z", "3"), log.logger());

    assertThat(runs.asked()).containsExactly("run " + SIGNAL);
    assertThat(runs.meta().insertionTime()).isEqualTo(Instant.parse("2026-01-15T10:25:24Z"));
    assertThat(runs.meta().dequeueCount()).isEqualTo(3);
    assertThat(log.lines()).isEmpty();
  }

  @Test
  @DisplayName("a message of unknown age counts as new, so that it is never taken for answered")
  void unknownAge() {
    queueRuns.run(Delivery.of(MessageCodec.encode(SIGNAL), "", ""), log.logger());

    assertThat(runs.meta().insertionTime()).isEqualTo(NOW);
  }

  @Test
  @DisplayName("a failure that needs a person is announced with the remedy, and is no exception")
  void failed() {
    runs.willEnd(new Outcome.Failed("no right to write", "az role assignment create …"));

    queueRuns.run(Delivery.of(MessageCodec.encode(SIGNAL), "", ""), log.logger());

    assertThat(log.errors())
        .containsExactly(
            "target needs a person target="
                + Estate.EDGE
                + " reason=\"no right to write\" remedy=\"az role assignment create …\"");
  }

  @Test
  @DisplayName("what is blocked is named with its remedy")
  void blocked() {
    runs.willEnd(new Outcome.Blocked(List.of(FakeRuns.COLLISION)));

    queueRuns.run(Delivery.of(MessageCodec.encode(SIGNAL), "", ""), log.logger());

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith("blocked target=" + Estate.EDGE + " code=listenerCollision binding=edge")
        .endsWith("remedy=\"remove it or adopt it\"");
  }

  @ParameterizedTest
  @DisplayName("what is no message of ours is thrown, so that it lands in the poison queue")
  @ValueSource(strings = {"", "hello", "{}", "{\"v\":1,\"kind\":\"signal\",\"target\":\"A B\"}"})
  void malformed(String text) {
    assertThatThrownBy(() -> queueRuns.run(Delivery.of(text, "", ""), log.logger()))
        .isInstanceOf(QueueRuns.MalformedMessage.class)
        .hasMessageContaining("no signal and no wake")
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThat(runs.asked()).isEmpty();
  }

  @Test
  @DisplayName("a message given up is journaled and announced with what to do")
  void poisoned() {
    queueRuns.poisoned(Delivery.of("rubbish\nline", "", "1"), log.logger());

    assertThat(runs.asked()).containsExactly("poisoned rubbish\nline");
    assertThat(log.errors())
        .singleElement()
        .asString()
        .startsWith("message given up message=\"rubbish line\"")
        .contains("remedy=", "POST /api/manage?replay=poison");
  }
}
