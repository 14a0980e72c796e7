package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.health.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What one gateway holds of its servers; each setting of each pool for itself. */
public final class HealthBook {
  private record Key(Pair pair, String server) {}

  private final Map<Key, ServerHealth> entries = new ConcurrentHashMap<>();
  private final AtomicLong starts = new AtomicLong();

  /** The number of a probe that starts now. */
  public long start() {
    return starts.incrementAndGet();
  }

  /** Takes the result of a scheduled probe: failures count up to the threshold. */
  public void scheduled(Pair pair, String server, Verdict verdict, long start, int threshold) {
    entries.merge(
        new Key(pair, server),
        ServerHealth.first(verdict, start),
        (before, first) -> before.after(verdict, start, threshold));
  }

  /** Takes the result of a probe on demand, which counts at once. */
  public void demanded(Pair pair, String server, Verdict verdict, long start) {
    entries.merge(
        new Key(pair, server),
        ServerHealth.first(verdict, start),
        (before, now) -> before.start() > start ? before : now);
  }

  /** What is told of a server; empty before its first probe has ended. */
  public Optional<Verdict> verdict(Pair pair, String server) {
    return Optional.ofNullable(entries.get(new Key(pair, server))).map(ServerHealth::verdict);
  }

  /** Whether traffic may go to a server. One that is not known yet may be tried. */
  public boolean usable(Pair pair, String server) {
    return Optional.ofNullable(entries.get(new Key(pair, server)))
        .map(ServerHealth::usable)
        .orElse(true);
  }
}
