package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Aftercare;
import dev.lockstep.reconcile.state.Aftercare.Watch;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.Sent;
import dev.lockstep.reconcile.state.Trial;
import java.time.Instant;
import java.util.Optional;

/**
 * A change has taken effect: it is remembered, its backends are looked at, and what was there
 * before is kept until they are known to be well.
 *
 * @param pace when to look
 */
record Landing(Pace pace) {
  void land(Session session, InFlight change, Optional<Sent> sent) {
    Landed landed =
        new Landed(change.fingerprint().name(), session.now(), change.at(), change.etagBefore());
    session.set(session.flight().landing(landed));
    Instant first = session.now().plus(pace.healthAfter());
    session.set(session.agenda().readingHealth(first, "plan " + change.plan() + " was applied"));
    session.record().note("the change of plan " + change.plan() + " took effect");
    sent.ifPresent(of -> watch(session, of.trial()));
    sent.ifPresent(of -> new Contests(pace).landed(session, of.parts()));
  }

  /** A change that touches no backend has nothing to prove, unless another is on trial still. */
  private static void watch(Session session, Trial landed) {
    Aftercare aftercare = session.aftercare();
    session.set(aftercare.with(aftercare.heldBack().without(landed.desired().keySet())));
    Optional<Watch> before = session.aftercare().watch();
    Trial trial = before.map(Watch::trial).map(t -> t.andThen(landed)).orElse(landed);
    Instant until = session.now().plus(trial.patience());
    Optional<Watch> watch = Optional.of(new Watch(trial, until));
    session.set(session.aftercare().watching(watch.filter(w -> !w.trial().pairs().isEmpty())));
  }
}
