package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Agenda.Echo;
import java.time.Instant;
import java.util.Optional;

/**
 * An event may come before its effect, and reads may lag behind both. So a signal of an event whose
 * run finds nothing to do is followed by a few more looks (design 5.1). A timer's or a person's is
 * not: nothing new was claimed.
 *
 * @param pace when the looks are
 */
record Echoes(Pace pace) {
  /** The looks that remain after a run. */
  Optional<Echo> after(Optional<Echo> before, Trigger trigger, boolean foundNothing, Instant now) {
    if (!foundNothing) {
      return Optional.empty();
    }
    return trigger.isEvent()
        ? Optional.of(new Echo(now, 0))
        : before.flatMap(echo -> remaining(echo, now));
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
