package dev.lockstep.reconcile;

import dev.lockstep.port.Blobs;
import dev.lockstep.port.Blobs.Lease;
import dev.lockstep.port.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One run's claim on a target (design 5.2): a blob lease, measured on the monotonic clock from
 * before the request that took or renewed it, so that we never believe in it longer than the
 * storage service does.
 *
 * <p>It also tells the time: the storage service's at the moment of the lease, and what has passed
 * since. Workers with clocks that differ agree on it.
 */
final class Lock implements AutoCloseable {
  private final Lease lease;
  private final Instant acquiredAt;
  private final Ticker ticker;
  private final Pace pace;
  private final long acquiredTick;
  private long claimedTick;

  private Lock(Lease lease, Ticker ticker, Pace pace, long claimedTick) {
    this.lease = lease;
    this.acquiredAt = lease.acquiredAt();
    this.ticker = ticker;
    this.pace = pace;
    this.claimedTick = claimedTick;
    this.acquiredTick = ticker.nanos();
  }

  /** Takes the lock; empty when another run has it. */
  static Optional<Lock> take(Blobs blobs, String name, Ticker ticker, Pace pace) {
    long before = ticker.nanos();
    return blobs.lease(name).map(lease -> new Lock(lease, ticker, pace, before));
  }

  String id() {
    return lease.id();
  }

  /** The storage service's clock when the lock was taken: every read of this run came after. */
  Instant acquiredAt() {
    return acquiredAt;
  }

  /** The time of day, by the storage service's clock. */
  Instant now() {
    return acquiredAt.plusNanos(ticker.nanos() - acquiredTick);
  }

  /**
   * What the time of day is at the latest: the storage service tells it in whole seconds (RFC 9110,
   * section 5.6.7) and leaves out the rest.
   */
  Instant nowAtTheLatest() {
    boolean wholeSeconds = acquiredAt.truncatedTo(ChronoUnit.SECONDS).equals(acquiredAt);
    return wholeSeconds ? now().plusSeconds(1) : now();
  }

  /**
   * Renews the lease. One that ran out is ours again when nobody has taken it or written the blob
   * since (Microsoft Learn, lease-blob).
   *
   * @throws LeaseLost when it is not ours any more
   */
  synchronized void renew() {
    long before = ticker.nanos();
    if (!lease.renew()) {
      throw new LeaseLost("the lease ran out, and another run has taken the target");
    }
    claimedTick = before;
  }

  /**
   * Renews the lease as soon as less of it is left than a write wants. Reads may ask from several
   * threads at once.
   *
   * @throws LeaseLost when it is not ours any more
   */
  synchronized void keep() {
    if (!lastsForOneWrite()) {
      renew();
    }
  }

  /** Whether enough of the lease is left for one write with its time-out. */
  synchronized boolean lastsForOneWrite() {
    Duration left = pace.lease().minusNanos(ticker.nanos() - claimedTick);
    return left.compareTo(pace.leaseLeft()) >= 0;
  }

  @Override
  public void close() {
    lease.close();
  }
}
