package dev.lockstep.simulator.fault;

import dev.lockstep.simulator.access.ActionPattern;

/**
 * A text in which {@code *} stands for any run of characters; case does not matter.
 *
 * @param text the text
 */
public record Glob(String text) {
  /** Everything. */
  public static final Glob ANY = new Glob("*");

  /** Whether the text fits. */
  public boolean fits(String other) {
    // Roles name actions by the same rule.
    return new ActionPattern(text).matches(other);
  }
}
