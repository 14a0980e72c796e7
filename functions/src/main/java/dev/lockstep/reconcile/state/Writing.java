package dev.lockstep.reconcile.state;

/**
 * What writing has taught.
 *
 * @param ifMatch what is known of conditional writes
 * @param overtaking writes of others that ours may have overwritten
 */
public record Writing(IfMatch ifMatch, Overtaking overtaking) {
  /** Nothing was written yet. */
  public static final Writing NONE = new Writing(IfMatch.UNKNOWN, Overtaking.NONE);

  /** The same with other knowledge of conditional writes. */
  public Writing with(IfMatch other) {
    return new Writing(other, overtaking);
  }

  /** The same with other overwritten writes. */
  public Writing with(Overtaking other) {
    return new Writing(ifMatch, other);
  }
}
