package dev.lockstep.route;

import java.util.Optional;

/**
 * The open interval between two rules.
 *
 * @param before the last of the rules that must stay before; empty when there is none
 * @param after the first of the rules that must come after; empty when there is none
 */
record Bounds(Optional<Candidate> before, Optional<Candidate> after) {
  static final Bounds OPEN = new Bounds(Optional.empty(), Optional.empty());

  Bounds preceded(Candidate other) {
    return lower() >= position(other) && before.isPresent()
        ? this
        : new Bounds(Optional.of(other), after);
  }

  Bounds followed(Candidate other) {
    return upper() <= position(other) && after.isPresent()
        ? this
        : new Bounds(before, Optional.of(other));
  }

  /** No number up to and including this one. */
  int lower() {
    return before.map(Bounds::position).orElse(Numbers.FIRST - 1);
  }

  /** No number from this one on. */
  int upper() {
    return after.map(Bounds::position).orElse(Numbers.LAST + 1);
  }

  boolean contains(int number) {
    return lower() < number && number < upper();
  }

  boolean isCrossed() {
    return lower() >= upper();
  }

  Gap.Blocked blocked(Gap.Reason reason) {
    return new Gap.Blocked(before.map(Neighbour::of), after.map(Neighbour::of), reason);
  }

  private static int position(Candidate candidate) {
    return candidate.priority().orElse(Numbers.LAST + 1);
  }
}
