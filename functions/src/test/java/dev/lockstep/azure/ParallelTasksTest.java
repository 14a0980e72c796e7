package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {
  @Test
  void workIsDoneAtOnceAndInOrder() {
    try (ParallelTasks tasks = new ParallelTasks(3)) {
      CountDownLatch all = new CountDownLatch(3);
      // Each piece waits for the others: one after the other they would never end.
      Supplier<Boolean> together =
          () -> {
            all.countDown();
            return await(all);
          };

      assertThat(tasks.all(List.of(together, together, together)))
          .containsExactly(true, true, true);
      assertThat(tasks.all(List.<Supplier<Integer>>of(() -> 1, () -> 2))).containsExactly(1, 2);
    }
  }

  @Test
  void aFailureIsThrownWhenAllHaveEnded() {
    try (ParallelTasks tasks = new ParallelTasks(2)) {
      AtomicBoolean other = new AtomicBoolean();
      Supplier<String> failing =
          () -> {
            throw new IllegalStateException("bad");
          };

      assertThatThrownBy(
              () ->
                  tasks.all(
                      List.of(
                          failing,
                          () -> {
                            other.set(true);
                            return "good";
                          })))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("bad");
      assertThat(other).isTrue();
    }
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
