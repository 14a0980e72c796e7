package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Agenda.Echo;
import java.time.Instant;
import java.util.Optional;

/**
 * An event may come before its effect, and reads may lag behind both. So a signal of an event is
 * followed by a few more looks (design 5.1). A timer's or a person's is not: nothing new was
 * claimed. The first row that matches decides.
 *
 * <pre>
 * the run            | leaves a change in flight | was denied a write | the looks
 * -------------------+---------------------------+--------------------+------------------------------
 * any                | yes                       | -                  | none: those of the change follow
 * any                | no                        | yes                | none: the next signal tries again
 * of an event        | no                        | no                 | all, from now on
 * of any other cause | no, but found one         | no                 | all, from now on
 * any other          | no                        | no                 | those that were to come
 * </pre>
 *
 * That a run waits, fails, or finds something of another cause says nothing about the effect of the
 * event. The end of a change stands for the events that were dropped while it was in flight: each
 * gets its last look at least as late as if it had begun a run itself.
 *
 * @param pace when the looks are
 */
record Echoes(Pace pace) {
  /** The looks that remain after a run. */
  Optional<Echo> after(Session session, Instant now) {
    if (session.flight().inFlight().isPresent() || session.record().isDenied()) {
      return Optional.empty();
    }
    return session.trigger().isEvent() || session.record().isAfterAChange()
        ? Optional.of(new Echo(now, 0))
        : session.agenda().echo().flatMap(echo -> remaining(echo, now));
  }

  /** When the next look is. */
  Instant dueAt(Echo echo) {
    return echo.since().plus(pace.echoes().get(echo.stage()));
  }

  private Optional<Echo> remaining(Echo echo, Instant now) {
    int stage = echo.stage();
    while (stage < pace.echoes().size() && !dueAt(new Echo(echo.since(), stage)).isAfter(now)) {
      stage++;
    }
    return stage < pace.echoes().size()
        ? Optional.of(new Echo(echo.since(), stage))
        : Optional.empty();
  }
}
