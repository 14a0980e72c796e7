package dev.lockstep.simulator.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Deals cards to lives: of as many seeds in a row as there are cards, each gets another one, in an
 * order that is new in each round. What is drawn may not come for long; what is dealt comes in
 * every round.
 */
final class Deck {
  private Deck() {}

  /** The card of a seed. */
  static <T> T card(List<T> cards, long seed, String purpose) {
    Chance shuffling = new Chance(Math.floorDiv(seed, cards.size()), purpose);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < cards.size(); i++) {
      places.add(i);
    }
    for (int i = places.size() - 1; i > 0; i--) {
      Collections.swap(places, i, shuffling.below(i + 1));
    }
    return cards.get(places.get(Math.floorMod(seed, cards.size())));
  }
}
