package dev.lockstep.reconcile;

import java.time.Duration;

/**
 * Durations of what follows a renewal of a certificate (docs/certificates.md).
 *
 * @param deadline how long listener and service may take to present the newest certificate: the
 *     gateway needs four hours at most (Microsoft Learn, key-vault-certs), of API Management nobody
 *     says; a day is our own figure
 * @param firstLook the first look; each later one comes after twice the time
 * @param longestLook what the time between two looks grows to
 * @param settle how long everything must have been seen to follow before an old root may leave: a
 *     service has several instances behind one address, and a look meets one of them
 * @param unseenLooks after how many looks in vain it counts as not verifiable
 * @param nudge the least time between two writes of a gateway's own document
 * @param remind the time between two findings of the same
 * @param unreachable how long a server that did not answer is left alone: shorter than the time
 *     between two drift checks, so that each of these tries again
 */
public record RenewalPace(
    Duration deadline,
    Duration firstLook,
    Duration longestLook,
    Duration settle,
    int unseenLooks,
    Duration nudge,
    Duration remind,
    Duration unreachable) {
  /** The pace of Azure. */
  public static final RenewalPace DEFAULT =
      new RenewalPace(
          Duration.ofHours(24),
          Duration.ofSeconds(30),
          Duration.ofMinutes(15),
          Duration.ofMinutes(2),
          7,
          CarePace.DEFAULT.nudge(),
          Duration.ofHours(24),
          Duration.ofMinutes(10));

  /**
   * The same for a rehearsal in which hours pass in seconds.
   *
   * @param speed by how much faster, 1 for Azure itself
   */
  public RenewalPace faster(int speed) {
    return new RenewalPace(
        deadline.dividedBy(speed),
        firstLook.dividedBy(speed),
        longestLook.dividedBy(speed),
        settle.dividedBy(speed),
        unseenLooks,
        nudge.dividedBy(speed),
        remind.dividedBy(speed),
        unreachable.dividedBy(speed));
  }

  /** How long to wait after that many looks. */
  Duration lookAfter(int looks) {
    Duration grown = firstLook.multipliedBy(1L << Math.min(looks, 16));
    return grown.compareTo(longestLook) <= 0 ? grown : longestLook;
  }
}
