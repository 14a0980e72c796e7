package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What a target remembers of its gateway changes beyond their being sent: what was before, whether
 * they do harm, and what must not be tried again.
 *
 * @param sent what the change in flight is for
 * @param reversal a change that is to be taken back
 * @param watch changes that took effect and have yet to prove themselves
 * @param seen the latest answer on backend health
 * @param heldBack host names that are left alone
 * @param contest what was done to each element lately
 * @param nudges writes of the gateway's own document
 */
public record Aftercare(
    Optional<Sent> sent,
    Optional<Reversal> reversal,
    Optional<Watch> watch,
    HealthSeen seen,
    HeldBack heldBack,
    Contest contest,
    Nudges nudges) {
  /** Nothing was ever changed. */
  public static final Aftercare NONE =
      new Aftercare(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          HealthSeen.NONE,
          HeldBack.NONE,
          Contest.NONE,
          Nudges.NONE);

  /**
   * Changes under observation.
   *
   * @param trial what they have to prove
   * @param until when that ends without a finding
   */
  public record Watch(Trial trial, Instant until) {}

  /** The same with another change in flight, or none. */
  public Aftercare with(Optional<Sent> other) {
    return new Aftercare(other, reversal, watch, seen, heldBack, contest, nudges);
  }

  /** The same with another change to take back, or none. */
  public Aftercare reversing(Optional<Reversal> other) {
    return new Aftercare(sent, other, watch, seen, heldBack, contest, nudges);
  }

  /** The same with other changes under observation, or none. */
  public Aftercare watching(Optional<Watch> other) {
    return new Aftercare(sent, reversal, other, seen, heldBack, contest, nudges);
  }

  /** The same with another answer on backend health. */
  public Aftercare with(HealthSeen other) {
    return new Aftercare(sent, reversal, watch, other, heldBack, contest, nudges);
  }

  /** The same with other host names left alone. */
  public Aftercare with(HeldBack other) {
    return new Aftercare(sent, reversal, watch, seen, other, contest, nudges);
  }

  /** The same with other changes of late. */
  public Aftercare with(Contest other) {
    return new Aftercare(sent, reversal, watch, seen, heldBack, other, nudges);
  }

  /** The same with other nudges. */
  public Aftercare with(Nudges other) {
    return new Aftercare(sent, reversal, watch, seen, heldBack, contest, other);
  }
}
