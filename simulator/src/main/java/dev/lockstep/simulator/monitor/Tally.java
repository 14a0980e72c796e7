package dev.lockstep.simulator.monitor;

/**
 * What was recorded in some time.
 *
 * @param total sum of the values
 * @param count how many
 * @param least smallest
 * @param most largest
 */
public record Tally(double total, long count, double least, double most) {
  static Tally of(double value) {
    return new Tally(value, 1, value, value);
  }

  /** Both together. */
  Tally plus(Tally other) {
    return new Tally(
        total + other.total,
        count + other.count,
        Math.min(least, other.least),
        Math.max(most, other.most));
  }
}
