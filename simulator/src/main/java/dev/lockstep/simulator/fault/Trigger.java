package dev.lockstep.simulator.fault;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How often a fault strikes those that it is meant for.
 *
 * @param skip how many it lets pass first
 * @param next how many it strikes then; empty for no end
 * @param probability of striking each; empty for always
 */
public record Trigger(int skip, OptionalInt next, OptionalDouble probability) {
  /** Strikes all. */
  public static final Trigger ALWAYS = new Trigger(0, OptionalInt.empty(), OptionalDouble.empty());

  /** Strikes the next so many. */
  public static Trigger next(int count) {
    return new Trigger(0, OptionalInt.of(count), OptionalDouble.empty());
  }

  /** Strikes each with a probability from 0 to 1. */
  public static Trigger probability(double chance) {
    return new Trigger(0, OptionalInt.empty(), OptionalDouble.of(chance));
  }

  /**
   * Whether it strikes.
   *
   * @param seen how many came before this one
   * @param struck how many of them it struck
   * @param drawn a number from 0 to 1 that belongs to this one
   */
  boolean strikes(int seen, int struck, double drawn) {
    return seen >= skip
        && (next.isEmpty() || struck < next.getAsInt())
        && (probability.isEmpty() || drawn < probability.getAsDouble());
  }
}
