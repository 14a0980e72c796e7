package dev.lockstep.reconcile.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is still to be looked at, and when.
 *
 * @param wake the one wake that may act
 * @param echo further looks after a signal whose effect was not visible yet
 * @param attempts how often in a row the target had to wait; sets how long the next wait is
 * @param deletions when a record set may go, by lower-case id: one time to live after its last use
 * @param health a backend health read under way
 * @param healthAskedAt when backend health was last asked for
 * @param covered start of the latest observation whose run did not fail: signals well before it are
 *     answered
 */
public record Agenda(
    Optional<Wake> wake,
    Optional<Echo> echo,
    int attempts,
    SortedMap<String, Instant> deletions,
    Optional<HealthRead> health,
    Optional<Instant> healthAskedAt,
    Optional<Instant> covered) {
  /** Nothing to look at. */
  public static final Agenda NONE =
      new Agenda(
          Optional.empty(),
          Optional.empty(),
          0,
          new TreeMap<>(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Agenda {
    deletions = Collections.unmodifiableSortedMap(new TreeMap<>(deletions));
  }

  /** The same with another wake, or none. */
  public Agenda withWake(Optional<Wake> other) {
    return new Agenda(other, echo, attempts, deletions, health, healthAskedAt, covered);
  }

  /** The same with another echo, or none. */
  public Agenda withEcho(Optional<Echo> other) {
    return new Agenda(wake, other, attempts, deletions, health, healthAskedAt, covered);
  }

  /** The same with another number of waits in a row. */
  public Agenda withAttempts(int other) {
    return new Agenda(wake, echo, other, deletions, health, healthAskedAt, covered);
  }

  /** The same with other record sets about to go. */
  public Agenda withDeletions(Map<String, Instant> other) {
    return new Agenda(wake, echo, attempts, new TreeMap<>(other), health, healthAskedAt, covered);
  }

  /** The same with another health read, or none. */
  public Agenda withHealth(Optional<HealthRead> other) {
    return new Agenda(wake, echo, attempts, deletions, other, healthAskedAt, covered);
  }

  /** The same, backend health being asked for anew. */
  public Agenda readingHealth(Instant at, String why) {
    return withHealth(Optional.of(new HealthRead(Optional.empty(), at, 0, why)));
  }

  /** The same, health having been asked for. */
  public Agenda healthAsked(Instant at) {
    return new Agenda(wake, echo, attempts, deletions, health, Optional.of(at), covered);
  }

  /** The same, signals before that observation being answered. */
  public Agenda covering(Instant observationStart) {
    return new Agenda(
        wake, echo, attempts, deletions, health, healthAskedAt, Optional.of(observationStart));
  }

  /**
   * A look that is due.
   *
   * @param id the id that the queue message carries
   * @param dueAt when the message becomes visible
   */
  public record Wake(String id, Instant dueAt) {}

  /**
   * Looks after a signal that found nothing changed.
   *
   * @param since when that run was
   * @param stage which look comes next, from 0
   */
  public record Echo(Instant since, int stage) {}

  /**
   * A backend health read that never blocks: asked in one run, collected in a later one.
   *
   * @param location where the result will be; empty while it has not been asked for
   * @param dueAt when to ask or to collect
   * @param polls how often the result was not there yet
   * @param why what it is read for, in words
   */
  public record HealthRead(Optional<String> location, Instant dueAt, int polls, String why) {}
}
