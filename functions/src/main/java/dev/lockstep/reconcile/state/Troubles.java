package dev.lockstep.reconcile.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Troubles that last longer than a run.
 *
 * @param told when persons were last told of each, by its name
 * @param conflict the conflict that comes again and again
 */
public record Troubles(SortedMap<String, Instant> told, Optional<Conflict> conflict) {
  /** No trouble. */
  public static final Troubles NONE = new Troubles(new TreeMap<>(), Optional.empty());

  public Troubles {
    told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
  }

  /** Whether persons were told of that within the time. */
  public boolean isTold(String name, Instant now, Duration within) {
    return Optional.ofNullable(told.get(name))
        .filter(at -> at.plus(within).isAfter(now))
        .isPresent();
  }

  /** The same, persons having been told; what was told before that time is forgotten. */
  public Troubles telling(String name, Instant now, Duration within) {
    SortedMap<String, Instant> lately = new TreeMap<>(told);
    lately.values().removeIf(at -> !at.plus(within).isAfter(now));
    lately.put(name, now);
    return new Troubles(lately, conflict);
  }

  /** The same with another conflict, or none. */
  public Troubles with(Optional<Conflict> other) {
    return new Troubles(told, other);
  }

  /**
   * A write that met the same conflict in each of several runs in a row.
   *
   * @param with what it was, in words
   * @param times how many runs
   * @param since when the first of them was
   * @param last when the latest was
   */
  public record Conflict(String with, int times, Instant since, Instant last) {
    /** The same, met once more. */
    public Conflict again(Instant now) {
      return new Conflict(with, times + 1, since, now);
    }
  }
}
