package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.TargetState;
import dev.lockstep.signal.Message;
import dev.lockstep.signal.Message.Signal;
import dev.lockstep.signal.Message.Wake;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a message starts a run (design 5.1). The first row that matches decides.
 *
 * <pre>
 * message | state.wake overdue | handed out before | change in flight | id is   | inserted well before  | decision
 *         | by a minute        | and wake is set   | and wake is set  | the one | the last good look    |
 * --------+--------------------+-------------------+------------------+---------+-----------------------+---------
 * Wake    | -                  | -                 | -                | yes     | -                     | run
 * Wake    | yes                | -                 | -                | no      | -                     | run, take over
 * Wake    | no                 | yes               | -                | no      | -                     | run, take over
 * Wake    | no                 | no                | -                | no      | -                     | drop
 * Signal  | yes                | -                 | -                | -       | -                     | run, take over
 * Signal  | of a secret of what is in quarantine                                            | run
 * Signal  | of a write to be compared with one of ours: {@link OvertakeSearch#concerns}        | run
 * Signal  | no                 | redelivered       | -                | -       | -                     | run
 * Signal  | no                 | no                | yes              | -       | -                     | drop
 * Signal  | no                 | no                | no               | -       | yes, and followed     | drop
 * Signal  | of a change, and the last good look began a moment ago                           | put back
 * Signal  | no                 | no                | no               | -       | no, or not followed   | run
 * </pre>
 *
 * A message that was handed out before belongs to a run that did not end: that run may have written
 * a wake without sending it, or have ended before it looked. Each run replaces the wake by one of
 * its own id, so taking over never makes a second chain.
 *
 * <p>A look alone does not answer the event of a change, whose effect may come later: the looks
 * that follow an event ({@link Echoes}) must be set from a moment after it, or the look itself must
 * be later than the last of them would be. Those after a change in flight are set at its end.
 *
 * <p>A signal that was put back counts as inserted when it was first.
 *
 * <p>An alert asks for backend health: for it, the last good look is the last time health was asked
 * for. One that comes while a change is in flight has a read of health set for the end of the
 * change; it is dropped when one is set already.
 *
 * @param pace the margins
 */
record SignalFilter(Pace pace) {
  /**
   * The decision, as the reason to drop the message; empty to start a run.
   *
   * @param now by the storage service's clock, which stamps all other times here too: a worker
   *     whose own clock is behind would drop what takes over an overdue wake
   */
  Optional<String> reasonToDrop(Message message, MessageMeta meta, TargetState state, Instant now) {
    Agenda agenda = state.agenda();
    if (message instanceof Wake wake) {
      boolean current = agenda.wake().filter(w -> w.id().equals(wake.id())).isPresent();
      boolean takeOver = isOverdue(agenda, now) || redeliveredBeforeWake(meta, agenda);
      return current || takeOver ? Optional.empty() : Optional.of("a later wake replaced this one");
    }
    Signal signal = (Signal) message;
    if (isOverdue(agenda, now)
        || meta.isRedelivered()
        || tellsOfAWrite(signal, state, now)
        || mayCure(signal, state)) {
      return Optional.empty();
    }
    if (state.flight().inFlight().isPresent()
        && agenda.wake().isPresent()
        && (!isAlert(signal) || agenda.health().isPresent())) {
      return Optional.of("a change is in flight; the look after it covers this");
    }
    return lookThatAnswers(signal, agenda)
            .filter(look -> first(signal, meta).plus(pace.cover()).isBefore(look))
            .filter(
                look -> !tellsOfAChange(signal) || isFollowed(first(signal, meta), agenda, look))
            .isPresent()
        ? Optional.of("the target was looked at after this was sent")
        : Optional.empty();
  }

  /**
   * Whether a message that nothing has answered waits all the same: it tells of a change, and the
   * target was looked at so lately that the next look is to answer what comes meanwhile, too. To be
   * asked when there is no reason to drop it.
   */
  boolean isTooSoon(Message message, MessageMeta meta, TargetState state, Instant now) {
    return message instanceof Signal signal
        && tellsOfAChange(signal)
        && !isOverdue(state.agenda(), now)
        && !meta.isRedelivered()
        && !tellsOfAWrite(signal, state, now)
        && !mayCure(signal, state)
        && state
            .agenda()
            .covered()
            .filter(look -> !look.isAfter(now) && now.isBefore(look.plus(pace.debounce())))
            .isPresent();
  }

  private static boolean isAlert(Signal signal) {
    return Trigger.of(signal).isAlert();
  }

  private static boolean tellsOfAChange(Signal signal) {
    return Trigger.of(signal).isEvent();
  }

  /** Whether looks are to come for an event of that age, or the last of them is over. */
  private boolean isFollowed(Instant event, Agenda agenda, Instant look) {
    boolean toCome = agenda.echo().filter(echo -> !echo.since().isBefore(event)).isPresent();
    return toCome || event.plus(pace.lastEcho()).isBefore(look);
  }

  /** A message that was put back is as old as it was before. */
  private static Instant first(Signal signal, MessageMeta meta) {
    return signal
        .since()
        .filter(since -> since.isBefore(meta.insertionTime()))
        .orElse(meta.insertionTime());
  }

  private boolean tellsOfAWrite(Signal signal, TargetState state, Instant now) {
    return signal
        .cause()
        .write()
        .filter(write -> new OvertakeSearch(pace).concerns(state.writing(), write, now))
        .isPresent();
  }

  private static boolean mayCure(Signal signal, TargetState state) {
    return state.writing().quarantine().hosts().values().stream()
        .anyMatch(entry -> Quarantines.isCured(entry, signal.cause()));
  }

  private boolean isOverdue(Agenda agenda, Instant now) {
    return agenda
        .wake()
        .filter(wake -> !now.isBefore(wake.dueAt().plus(pace.overdue())))
        .isPresent();
  }

  private static boolean redeliveredBeforeWake(MessageMeta meta, Agenda agenda) {
    return meta.isRedelivered() && agenda.wake().isPresent();
  }

  private static Optional<Instant> lookThatAnswers(Signal signal, Agenda agenda) {
    return isAlert(signal) ? agenda.healthAskedAt() : agenda.covered();
  }
}
