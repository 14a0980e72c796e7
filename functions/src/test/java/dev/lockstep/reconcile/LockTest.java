package dev.lockstep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.world.InMemoryBlobs;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LockTest {
  @Test
  @DisplayName("storage tells whole seconds: the true time may be up to a second later")
  void wholeSeconds() {
    Instant told = Instant.parse("2026-01-15T10:30:00Z");

    try (Lock lock = lockTakenAt(told)) {
      assertThat(lock.now()).isEqualTo(told);
      assertThat(lock.nowAtTheLatest()).isEqualTo(told.plusSeconds(1));
    }
  }

  @Test
  @DisplayName("a finer time is the true one")
  void fine() {
    Instant told = Instant.parse("2026-01-15T10:30:00.250Z");

    try (Lock lock = lockTakenAt(told)) {
      assertThat(lock.nowAtTheLatest()).isEqualTo(told);
    }
  }

  private static Lock lockTakenAt(Instant told) {
    InMemoryBlobs blobs = new InMemoryBlobs(Clock.fixed(told, ZoneOffset.UTC));
    return Lock.take(blobs, "target.json", () -> 0L, Pace.DEFAULT).orElseThrow();
  }
}
