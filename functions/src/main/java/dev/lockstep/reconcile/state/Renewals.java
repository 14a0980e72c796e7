package dev.lockstep.reconcile.state;

import dev.lockstep.model.HostName;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a target remembers of its certificates.
 *
 * @param newest what the vaults held when they were last read, by host name
 * @param open renewals that are not followed yet
 * @param told ends of certificates that a person was told of, by host name and who presents it
 */
public record Renewals(
    SortedMap<HostName, String> newest,
    SortedMap<HostName, Renewal> open,
    SortedMap<String, Told> told) {
  /** No certificate was ever looked at. */
  public static final Renewals NONE = new Renewals(Map.of(), Map.of(), Map.of());

  public Renewals {
    newest = Collections.unmodifiableSortedMap(new TreeMap<>(newest));
    open = Collections.unmodifiableSortedMap(new TreeMap<>(open));
    told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
  }

  /** The same of maps in any order. */
  public Renewals(
      Map<HostName, String> newest, Map<HostName, Renewal> open, Map<String, Told> told) {
    this(new TreeMap<>(newest), new TreeMap<>(open), new TreeMap<>(told));
  }

  /**
   * A finding that was given.
   *
   * @param stage how pressing it was
   * @param ends when the certificate is over
   * @param at when it was given
   */
  public record Told(String stage, Instant ends, Instant at) {}

  /** The same with other open renewals. */
  public Renewals opening(Map<HostName, Renewal> others) {
    return new Renewals(newest, new TreeMap<>(others), told);
  }

  /** The same with other findings given. */
  public Renewals telling(Map<String, Told> others) {
    return new Renewals(newest, open, new TreeMap<>(others));
  }

  /** Whether an open renewal is waited for: no root may leave before it is over. */
  public boolean isUnderWay(Instant at) {
    return open.values().stream().anyMatch(renewal -> renewal.isUnderWay(at));
  }

  /** When the next look is due; empty when there is nothing to look for. */
  public Optional<Instant> nextLook(Instant now) {
    return open.values().stream()
        .filter(renewal -> renewal.isUnderWay(now))
        .map(renewal -> earlier(renewal.nextLook(), renewal.deadline()))
        .min(Comparator.naturalOrder());
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
