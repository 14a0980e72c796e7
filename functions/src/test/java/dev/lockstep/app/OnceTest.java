package dev.lockstep.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.signal.InputProblem;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OnceTest {
  private final AtomicInteger attempts = new AtomicInteger();

  @Test
  @DisplayName("made once, however many ask at the same time")
  void madeOnce() throws Exception {
    Once<Integer> once = new Once<>(attempts::incrementAndGet);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Integer>> answers =
          IntStream.range(0, 64).mapToObj(i -> threads.submit(once::get)).toList();
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(attempts).hasValue(1);
  }

  @Test
  @DisplayName("a refusal of the configuration is final")
  void refusalIsKept() {
    Once<String> once =
        new Once<>(
            () -> {
              attempts.incrementAndGet();
              throw new ConfigurationInvalid(List.of(new InputProblem("A", "is bad", "make good")));
            });

    assertThatThrownBy(once::get)
        .isInstanceOf(ConfigurationInvalid.class)
        .hasMessage("the configuration is invalid: A: is bad; make good")
        .satisfies(e -> assertThat(e.getStackTrace()).isEmpty());
    assertThatThrownBy(once::get).isInstanceOf(ConfigurationInvalid.class);
    assertThat(attempts).hasValue(1);
  }

  @Test
  @DisplayName("any other failure is tried again")
  void failureIsForgotten() {
    Once<String> once =
        new Once<>(
            () -> {
              if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("not yet");
              }
              return "made";
            });

    assertThatThrownBy(once::get).hasMessage("not yet");
    assertThat(once.get()).isEqualTo("made");
  }
}
