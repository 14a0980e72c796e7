package dev.lockstep.reconcile.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How much Azure Resource Manager would still answer us, as its latest answers said. A bucket of a
 * subscription holds 250 reads and 200 writes of one identity and refills by 25 and 10 a second;
 * the network provider counts 10000 reads and 1000 writes in five minutes (Microsoft Learn,
 * request-limits-and-throttling).
 *
 * @param reads the least that any answer left of reads; empty when none said
 * @param writes the same of writes
 * @param at when it was said
 */
public record Budget(OptionalInt reads, OptionalInt writes, Optional<Instant> at) {
  /** Nothing was said. */
  public static final Budget UNKNOWN =
      new Budget(OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

  /** A tenth of a bucket of reads: enough for a few runs that write. */
  private static final int FEW_READS = 25;

  /** A twentieth of a bucket of writes. */
  private static final int FEW_WRITES = 10;

  /** The buckets that count over a window are full again after it. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(5);

  /** The same after one more answer. */
  public Budget after(OptionalInt readsLeft, OptionalInt writesLeft, Instant now) {
    if (readsLeft.isEmpty() && writesLeft.isEmpty()) {
      return this;
    }
    return new Budget(
        readsLeft.isPresent() ? readsLeft : reads,
        writesLeft.isPresent() ? writesLeft : writes,
        Optional.of(now));
  }

  /** Whether what is left should be kept for runs that write. */
  public boolean isShort(Instant now) {
    boolean fresh = at.filter(said -> said.plus(FORGOTTEN).isAfter(now)).isPresent();
    return fresh && (reads.orElse(FEW_READS) < FEW_READS || writes.orElse(FEW_WRITES) < FEW_WRITES);
  }
}
