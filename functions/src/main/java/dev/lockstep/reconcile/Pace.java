package dev.lockstep.reconcile;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Every duration of the protocol, in one place (docs/protocol.md).
 *
 * @param cover how much older than an observation a signal must be to be answered by it
 * @param overdue how late a wake must be to be taken over
 * @param locked when a message that found the target locked comes back; longer than {@code cover},
 *     so that many such messages fold into one run
 * @param debounce how long after a look the next signal of a change waits, so that many fold into
 *     one run; to fold, it must be longer than {@code cover}
 * @param firstWait the first wait for something that moves
 * @param longestWait what the wait grows to
 * @param echoes looks after the run of an event, from its end on
 * @param firstLook the first look at an accepted change, when the service does not say
 * @param slowestLook what the time between two looks grows to
 * @param stuck from when on a change counts as stuck (Microsoft Learn, troubleshooting: 30 minutes)
 * @param intentRest how long an intent without operation rests: the time-out of the write
 * @param intentLag how long a read may show what was before it: the time-out of the write, and a
 *     minute for reads that lag
 * @param lag how long a read may show what was before our own write
 * @param skew how far the clocks of Azure Storage and Azure Resource Manager may be apart: an
 *     assumption, since nothing is promised
 * @param ownEvent how long the event of a write of ours is waited for, where nobody saw when it was
 *     accepted
 * @param healthAfter when backend health is read after a change took effect (design 5.8)
 * @param healthPoll time between two polls for the result
 * @param healthPolls how many polls until it is given up
 * @param fresh how old the read before a PUT may be
 * @param lease length of the lease
 * @param leaseLeft how much of it must be left before a write
 * @param putsPerHour how many changes of one gateway may be sent within an hour: one each five
 *     minutes, which an update may take
 * @param contested how long a change that took effect is remembered
 * @param contestedTimes how often the same change may be made within that time
 */
@RecordBuilder
public record Pace(
    Duration cover,
    Duration overdue,
    Duration locked,
    Duration debounce,
    Duration firstWait,
    Duration longestWait,
    List<Duration> echoes,
    Duration firstLook,
    Duration slowestLook,
    Duration stuck,
    Duration intentRest,
    Duration intentLag,
    Duration lag,
    Duration skew,
    Duration ownEvent,
    Duration healthAfter,
    Duration healthPoll,
    int healthPolls,
    Duration fresh,
    Duration lease,
    Duration leaseLeft,
    int putsPerHour,
    Duration contested,
    int contestedTimes)
    implements PaceBuilder.With {
  /** The pace of the protocol. */
  public static final Pace DEFAULT =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofSeconds(60),
          Duration.ofSeconds(7),
          Duration.ofSeconds(7),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          List.of(Duration.ofSeconds(30), Duration.ofMinutes(2), Duration.ofMinutes(10)),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          Duration.ofMinutes(2),
          Duration.ofSeconds(2),
          Duration.ofMinutes(15),
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          12,
          Duration.ofSeconds(1),
          Duration.ofSeconds(60),
          Duration.ofSeconds(40),
          12,
          Duration.ofHours(1),
          3);

  public Pace {
    echoes = List.copyOf(echoes);
  }

  /** How long to wait after that many waits in a row: doubled each time, up to the longest. */
  public Duration waitAfter(int attempts) {
    Duration grown = firstWait.multipliedBy(1L << Math.min(attempts, 16));
    return shorter(grown, longestWait);
  }

  /** How long after an event the last look at its effect is. */
  public Duration lastEcho() {
    return echoes.stream().max(Comparator.naturalOrder()).orElse(Duration.ZERO);
  }

  /** When to look at an accepted change again after that many looks. */
  public Duration lookAfter(int looks) {
    return shorter(firstLook.multipliedBy(1L << Math.min(looks, 16)), slowestLook);
  }

  /** When to look at an accepted change first: as the service says, within reason. */
  public Duration firstLook(Optional<Duration> told) {
    return told.filter(wait -> !wait.isZero())
        .map(wait -> shorter(wait, longestWait))
        .orElse(firstLook);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
