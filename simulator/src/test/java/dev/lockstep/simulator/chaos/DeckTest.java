package dev.lockstep.simulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeckTest {
  private static final List<String> CARDS = List.of("a", "b", "b", "c", "d", "e", "f");

  @ParameterizedTest
  @ValueSource(longs = {-14, 0, 7, 7_000_000})
  void eachRoundDealsEachCardOnce(long first) {
    assertThat(round(first)).containsExactlyInAnyOrderElementsOf(CARDS);
  }

  @Test
  void theSameSeedIsDealtTheSame() {
    assertThat(round(21)).isEqualTo(round(21));
  }

  @Test
  void roundsDifferInTheirOrder() {
    assertThat(LongStream.range(0, 20).mapToObj(n -> round(n * CARDS.size())).distinct())
        .hasSizeGreaterThan(15);
  }

  private static List<String> round(long first) {
    return LongStream.range(first, first + CARDS.size())
        .mapToObj(seed -> Deck.card(CARDS, seed, "test"))
        .toList();
  }
}
