package dev.lockstep.simulator.host.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PollingDelayTest {
  private static final Duration LONGEST = Duration.ofSeconds(2);

  @Test
  void anEmptyQueueIsPolledLessAndLessUpToTheLongest() {
    PollingDelay delay = new PollingDelay(LONGEST, new Random(1));
    List<Duration> delays = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      delays.add(delay.next(false));
    }
    assertThat(delays.get(0)).isBetween(Duration.ofMillis(100), Duration.ofMillis(230));
    assertThat(delays.subList(0, 5)).isSorted();
    assertThat(delays.subList(6, 100)).containsOnly(LONGEST);
  }

  @Test
  void aMessageStartsOver() {
    PollingDelay delay = new PollingDelay(LONGEST, new Random(1));
    for (int i = 0; i < 10; i++) {
      assertThat(delay.next(false)).isLessThanOrEqualTo(LONGEST);
    }
    assertThat(delay.next(true)).isEqualTo(Duration.ofMillis(100));
    assertThat(delay.next(false)).isLessThan(Duration.ofMillis(300));
  }
}
