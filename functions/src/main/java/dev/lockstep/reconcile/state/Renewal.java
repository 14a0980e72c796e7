package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that was renewed in the vault, and whether those who present it follow.
 *
 * @param wanted thumbprint of the newest version (SHA-1, 40 upper-case hex digits)
 * @param since when the renewal was noticed
 * @param deadline when it should have been followed
 * @param sure whether the vault is known to have changed; else somebody was seen to present another
 *     certificate, which may be a gateway that is not ready yet
 * @param written whether a change of the gateway took effect since: then it has read the vault
 * @param nudged whether the gateway was written as it is since
 * @param listener whether the listener follows
 * @param service whether the service follows
 * @param followsSince since when every look finds that both follow
 * @param unverifiable whether it was given up to look: nobody answers
 * @param looks how many looks there were
 * @param nextLook when the next look is due
 * @param told when a person was last told that it takes too long
 */
public record Renewal(
    String wanted,
    Instant since,
    Instant deadline,
    boolean sure,
    boolean written,
    boolean nudged,
    Side listener,
    Side service,
    Optional<Instant> followsSince,
    boolean unverifiable,
    int looks,
    Instant nextLook,
    Optional<Instant> told) {

  /** What is seen of one who presents the certificate. */
  public enum View {
    /** The newest certificate, wherever it was looked for. */
    FOLLOWS,
    /** Another certificate, somewhere. */
    STALE,
    /** Nobody answers. */
    UNSEEN,
    /** It is not to be looked at, or takes its certificate from elsewhere. */
    NONE
  }

  /**
   * One who presents the certificate.
   *
   * @param view what was seen last
   * @param unseen how many looks in a row met nobody
   */
  public record Side(View view, int unseen) {
    /** The same after one more look, or after a glance between two looks. */
    public Side seeing(View now, boolean look) {
      return new Side(now, now == View.UNSEEN ? unseen + (look ? 1 : 0) : 0);
    }

    /** Whether nothing more is to be waited for. */
    public boolean isDone() {
      return view == View.FOLLOWS || view == View.NONE;
    }
  }

  /** Whether the renewal is still waited for: it has not been given up, and is not too late. */
  public boolean isUnderWay(Instant at) {
    return !unverifiable && at.isBefore(deadline);
  }

  /** Whether what was seen is certain enough to write the gateway for it. */
  public boolean isCertain() {
    return sure || looks > 0;
  }

  /** The same, the gateway having been written. */
  public Renewal writing(boolean change, boolean nudge) {
    return new Renewal(
        wanted,
        since,
        deadline,
        sure,
        written || change,
        nudged || nudge,
        listener,
        service,
        followsSince,
        unverifiable,
        looks,
        nextLook,
        told);
  }

  /** The same, a person having been told. */
  public Renewal toldAt(Instant at) {
    return new Renewal(
        wanted,
        since,
        deadline,
        sure,
        written,
        nudged,
        listener,
        service,
        followsSince,
        unverifiable,
        looks,
        nextLook,
        Optional.of(at));
  }
}
