package dev.lockstep.reconcile;

import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.Troubles.Conflict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes that are refused because another writer was or is there. That passes; what does not is no
 * other writer, whatever the answer says, and a person has to look.
 *
 * <pre>
 * the conflict                                   | then
 * -----------------------------------------------+--------------------------------------------------
 * is the first of the run, and was not met by    | plan again at once
 *   the run before
 * comes with a time to wait                      | wait as told
 * comes again                                    | wait, a little longer each time in a row
 * was the same in six runs in a row, for a       | fail, with a finding; tried again by later
 *   quarter of an hour                           | messages, once in five minutes at most
 * </pre>
 *
 * @param pace how often, and how long
 */
record Conflicts(TroublePace pace) {
  /** What follows a conflict. */
  static Step step(Session session, Verdict verdict, String what) {
    String why = what + ": " + verdict.reason();
    boolean first = session.record().conflict().isEmpty();
    session.record().conflict(what + ": " + code(verdict));
    boolean before = session.troubles().conflict().isPresent();
    return first && !before && verdict.retryAfter().isEmpty()
        ? new Step.Again(why)
        : new Step.End(session.conflict(verdict.retryAfter(), why));
  }

  /** The reason begins with the code; what follows may differ each time. */
  private static String code(Verdict verdict) {
    int end = verdict.reason().indexOf(": ");
    return end < 0 ? verdict.reason() : verdict.reason().substring(0, end);
  }

  /** Why a write that met the same conflict so often is not tried now; empty when it may be. */
  Optional<Outcome> hold(Session session) {
    return session
        .troubles()
        .conflict()
        .filter(conflict -> session.trigger().reviewed().isEmpty())
        .filter(conflict -> isStanding(conflict, conflict.last()))
        .filter(conflict -> conflict.last().plus(pace.conflictRetry()).isAfter(session.now()))
        .map(conflict -> failed(session, conflict));
  }

  /** Counts the conflicts in a row; what ends as one of too many fails. */
  Outcome after(Session session, Outcome outcome) {
    boolean undecided = outcome instanceof Outcome.Waiting || outcome instanceof Outcome.Failed;
    if (!(outcome instanceof Outcome.Conflict) || session.record().conflict().isEmpty()) {
      if (!undecided) {
        session.set(session.troubles().with(Optional.empty()));
      }
      return outcome;
    }
    String with = session.record().conflict().get();
    Instant now = session.now();
    Conflict met =
        session
            .troubles()
            .conflict()
            .filter(before -> before.with().equals(with))
            .map(before -> before.again(now))
            .orElseGet(() -> new Conflict(with, 1, now, now));
    session.set(session.troubles().with(Optional.of(met)));
    return isStanding(met, now) ? failed(session, met) : outcome;
  }

  private boolean isStanding(Conflict conflict, Instant now) {
    return conflict.times() >= pace.conflicts()
        && Duration.between(conflict.since(), now).compareTo(pace.conflictFor()) >= 0;
  }

  private static Outcome failed(Session session, Conflict conflict) {
    String why =
        conflict.with()
            + ", the same in "
            + conflict.times()
            + " runs in a row since "
            + conflict.since();
    String remedy =
        "Look for the cause in the activity log of the resource: no other writer stays that long."
            + " It is tried again at each drift check; to try it now, resync with apply=<plan"
            + " hash>.";
    Reminder.tell(session, new Finding(FindingCode.CONFLICT, why, remedy));
    return new Outcome.Failed(why, remedy);
  }
}
