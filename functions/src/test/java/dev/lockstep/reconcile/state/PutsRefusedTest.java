package dev.lockstep.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reconcile.state.Puts.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PutsRefusedTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");

  @Test
  void aWriteThatWasRefusedDoesNotCount() {
    Puts one = Puts.NONE.sending(Kind.CHANGE, NOW);
    Puts two = one.sending(Kind.CHANGE, NOW.plusSeconds(1));

    assertThat(two.freeAt(Kind.CHANGE, 2, NOW.plusSeconds(2))).isPresent();
    assertThat(two.refused()).isEqualTo(one);
    assertThat(two.refused().freeAt(Kind.CHANGE, 2, NOW.plusSeconds(2))).isEmpty();
    assertThat(Puts.NONE.refused()).isEqualTo(Puts.NONE);
  }
}
