package dev.lockstep.simulator.world;

import static java.util.Objects.requireNonNull;

/**
 * How many requests ARM takes of a principal in a subscription: a bucket per kind, filled up
 * steadily, and one 15 times as large for the subscription as a whole (Microsoft Learn,
 * request-limits-and-throttling, the model since 2024).
 *
 * @param enforced whether a request that finds a bucket empty is refused; else it is only counted
 * @param reads bucket of GET
 * @param writes bucket of PUT, PATCH and POST
 * @param deletes bucket of DELETE
 */
public record Throttling(boolean enforced, Bucket reads, Bucket writes, Bucket deletes) {

  /** 250 reads, 25 more a second; 200 writes and 200 deletes, 10 more a second. */
  public static final Throttling DOCUMENTED =
      new Throttling(true, new Bucket(250, 25), new Bucket(200, 10), new Bucket(200, 10));

  /** The documented buckets, counted and never refusing. */
  public static final Throttling COUNTED = DOCUMENTED.withEnforced(false);

  /**
   * A token bucket.
   *
   * @param size requests at once
   * @param refill requests more per second
   */
  public record Bucket(int size, int refill) {
    public Bucket {
      if (size < 1 || refill < 1) {
        throw new IllegalArgumentException("a bucket holds and gains at least 1 request");
      }
    }

    /** The same, so many times as large. */
    public Bucket times(int factor) {
      return new Bucket(size * factor, refill * factor);
    }
  }

  public Throttling {
    requireNonNull(reads, "reads is null");
    requireNonNull(writes, "writes is null");
    requireNonNull(deletes, "deletes is null");
  }

  /** With or without refusals. */
  public Throttling withEnforced(boolean value) {
    return new Throttling(value, reads, writes, deletes);
  }

  /** Another bucket of reads. */
  public Throttling withReads(Bucket value) {
    return new Throttling(enforced, value, writes, deletes);
  }

  /** Another bucket of writes. */
  public Throttling withWrites(Bucket value) {
    return new Throttling(enforced, reads, value, deletes);
  }

  /** Another bucket of deletes. */
  public Throttling withDeletes(Bucket value) {
    return new Throttling(enforced, reads, writes, value);
  }
}
