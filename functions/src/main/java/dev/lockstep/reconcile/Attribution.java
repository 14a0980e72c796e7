package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Overtaking;
import dev.lockstep.reconcile.state.Overtaking.Window;
import dev.lockstep.signal.GatewayWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which writes a document shows for certain, though reads lag. Every document that was seen is the
 * work of another write, and documents are seen in the order in which they were written; so each is
 * given to the earliest write that may have made it. What came later and before its first sight is
 * in doubt. Pure.
 *
 * <pre>
 * written           |  A        B    C
 * first seen        |      a              x          x may be B's: C is in doubt
 * first seen        |           a         x          a may be A's, so x may be B's: C is in doubt
 * first seen        |           a    b    x          x can only be C's
 * </pre>
 */
record Attribution(Pace pace) {
  /** Storage tells whole seconds, and an acceptance counts as late as it may have been. */
  private static final Duration STAMPED_LATE = Duration.ofSeconds(1);

  /** Whether the document of that window may lack a write that came before its first sight. */
  boolean doubts(Overtaking overtaking, Window window, GatewayWrite write) {
    return !write.at().isAfter(window.from())
        && write.at().isAfter(window.sure())
        && latestShown(overtaking, window).filter(write.at()::isAfter).isPresent();
  }

  /** When the earliest write was made that the document may be the work of. */
  private Optional<Instant> latestShown(Overtaking overtaking, Window window) {
    TreeSet<Instant> writes = writes(overtaking, window);
    Optional<Instant> maker = Optional.empty();
    Instant after = Instant.MIN;
    for (Instant seen : window.sights()) {
      Instant oldest = seen.minus(pace.lag());
      Instant from = after.isAfter(oldest) ? after : oldest;
      maker = Optional.ofNullable(writes.higher(from)).filter(at -> !at.isAfter(seen));
      after = maker.orElse(after);
    }
    return maker;
  }

  private static TreeSet<Instant> writes(Overtaking overtaking, Window window) {
    TreeSet<Instant> writes = new TreeSet<>();
    overtaking.heard().stream()
        .filter(write -> overtaking.isOurs(write).filter(ours -> !ours).isPresent())
        .forEach(write -> writes.add(write.at()));
    overtaking.windows().stream()
        .filter(ours -> !ours.open() && !ours.equals(window))
        .forEach(ours -> writes.add(ours.until().minus(STAMPED_LATE)));
    return writes;
  }
}
