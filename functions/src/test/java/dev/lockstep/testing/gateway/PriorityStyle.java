package dev.lockstep.testing.gateway;

import java.util.OptionalInt;

/** How the rules of a gateway are numbered. */
public enum PriorityStyle {
  /** 1, 2, 3: no room at all. */
  DENSE,
  /** 10, 20, 30: as people number by hand. */
  TENS,
  /** Pairs without room between, and wide gaps. */
  CLUSTERS,
  /** Up to 20000, without room between. */
  AT_THE_END,
  /** Spread over the whole range. */
  SPREAD,
  /** None at all, as before api-version 2021-08-01. */
  NONE;

  /** The number of the rule at a place, 0 being the first, among so many rules. */
  OptionalInt number(int place, int rules) {
    return switch (this) {
      case DENSE -> OptionalInt.of(place + 1);
      case TENS -> OptionalInt.of(10 * (place + 1));
      case CLUSTERS -> OptionalInt.of(1 + place / 2 * 40 + place % 2);
      case AT_THE_END -> OptionalInt.of(20_000 - rules + 1 + place);
      case SPREAD -> OptionalInt.of((int) (20_000L * (place + 1) / (rules + 1)));
      case NONE -> OptionalInt.empty();
    };
  }
}
