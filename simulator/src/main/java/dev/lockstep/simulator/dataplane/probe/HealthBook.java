package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.health.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one gateway holds of its servers; each setting of each pool for itself. */
public final class HealthBook {
  private record Key(Pair pair, String server) {}

  private final Map<Key, ServerHealth> entries = new ConcurrentHashMap<>();

  /** Takes the result of a scheduled probe: failures count up to the threshold. */
  public void scheduled(Pair pair, String server, Verdict verdict, int threshold) {
    entries.merge(
        new Key(pair, server),
        ServerHealth.first(verdict),
        (before, first) -> before.after(verdict, threshold));
  }

  /** Takes the result of a probe on demand, which counts at once. */
  public void demanded(Pair pair, String server, Verdict verdict) {
    entries.put(new Key(pair, server), ServerHealth.first(verdict));
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
