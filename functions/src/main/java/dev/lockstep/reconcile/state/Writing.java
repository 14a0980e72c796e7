package dev.lockstep.reconcile.state;

import dev.lockstep.plan.Quarantine;

/**
 * What writing has taught.
 *
 * @param ifMatch what is known of conditional writes
 * @param overtaking writes of others that ours may have overwritten
 * @param quarantine host names whose elements the service refused
 * @param puts the gateway changes of the last hour
 * @param budget how many requests Azure Resource Manager would still answer
 */
public record Writing(
    IfMatch ifMatch, Overtaking overtaking, Quarantine quarantine, Puts puts, Budget budget) {
  /** Nothing was written yet. */
  public static final Writing NONE =
      new Writing(IfMatch.UNKNOWN, Overtaking.NONE, Quarantine.NONE, Puts.NONE, Budget.UNKNOWN);

  /** The same with other knowledge of conditional writes. */
  public Writing with(IfMatch other) {
    return new Writing(other, overtaking, quarantine, puts, budget);
  }

  /** The same with other overwritten writes. */
  public Writing with(Overtaking other) {
    return new Writing(ifMatch, other, quarantine, puts, budget);
  }

  /** The same with other host names in quarantine. */
  public Writing with(Quarantine other) {
    return new Writing(ifMatch, overtaking, other, puts, budget);
  }

  /** The same with other changes of the last hour. */
  public Writing with(Puts other) {
    return new Writing(ifMatch, overtaking, quarantine, other, budget);
  }

  /** The same with another budget. */
  public Writing with(Budget other) {
    return new Writing(ifMatch, overtaking, quarantine, puts, other);
  }
}
