package dev.lockstep.reconcile.state;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change that has yet to prove itself, and what is needed to take it back.
 *
 * @param snapshot what was there before
 * @param desired what was wanted of each host name that it touches, as a hash
 * @param pairs the pairs of pool and settings that it touches, by name
 * @param patience how long their health may take to show
 */
public record Trial(
    Snapshot snapshot,
    SortedMap<HostName, String> desired,
    SortedMap<String, Pair> pairs,
    Duration patience) {
  /** Of a change that touches nothing. */
  public static final Trial NONE =
      new Trial(Snapshot.EMPTY, new TreeMap<>(), new TreeMap<>(), Duration.ZERO);

  public Trial {
    desired = Collections.unmodifiableSortedMap(new TreeMap<>(desired));
    pairs = Collections.unmodifiableSortedMap(new TreeMap<>(pairs));
  }

  /**
   * A backend pool with its settings.
   *
   * @param host the host name that it serves
   * @param healthyBefore whether it was known to be healthy shortly before the change
   * @param unhealthySince since when every answer says that it is unhealthy
   */
  public record Pair(HostName host, boolean healthyBefore, Optional<Instant> unhealthySince) {
    /** The same after an answer that says something else. */
    public Pair notUnhealthy() {
      return new Pair(host, healthyBefore, Optional.empty());
    }

    /** The same after an answer that says that it is unhealthy. */
    public Pair unhealthyAt(Instant at) {
      return new Pair(host, healthyBefore, Optional.of(unhealthySince.orElse(at)));
    }
  }

  /** The same with other findings on its pairs. */
  public Trial with(Map<String, Pair> others) {
    return new Trial(snapshot, desired, new TreeMap<>(others), patience);
  }

  /** This change and a later one, both unproven: what was before the first of them counts. */
  public Trial andThen(Trial later) {
    SortedMap<HostName, String> wanted = new TreeMap<>(desired);
    wanted.putAll(later.desired);
    SortedMap<String, Pair> both = new TreeMap<>(later.pairs);
    pairs.forEach(
        (name, pair) ->
            both.put(name, new Pair(pair.host(), pair.healthyBefore(), Optional.empty())));
    Duration longer = patience.compareTo(later.patience) >= 0 ? patience : later.patience;
    return new Trial(snapshot.andThen(later.snapshot), wanted, both, longer);
  }
}
