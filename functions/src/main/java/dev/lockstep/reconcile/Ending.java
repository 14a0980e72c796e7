package dev.lockstep.reconcile;

import dev.lockstep.reconcile.state.Agenda;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import dev.lockstep.reconcile.state.Agenda.Wake;
import dev.lockstep.reconcile.state.InFlight.Operation;
import dev.lockstep.reconcile.state.Sent;
import dev.lockstep.reconcile.state.TargetState.LastRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From an outcome to what is remembered and when to look next: the one place that schedules. Every
 * run replaces the target's wake, so that at most one chain of wakes lives.
 */
final class Ending {
  private static final Duration SOON = Duration.ofSeconds(1);

  // A message may be hidden for seven days at most (Microsoft Learn,
  // rest/api/storageservices/put-message).
  private static final Duration FARTHEST = Duration.ofDays(6);

  private final Pace pace;
  private final Echoes echoes;

  Ending(Pace pace) {
    this.pace = pace;
    this.echoes = new Echoes(pace);
  }

  /** Writes the state that the run leaves, its next wake included. */
  void close(Session session, Outcome outcome) {
    Instant now = session.now();
    boolean failed = outcome instanceof Outcome.Failed;
    Outcome wait = waitFor(session, outcome);
    boolean waits = wait instanceof Outcome.Waiting || wait instanceof Outcome.Conflict;
    Agenda agenda = session.agenda();
    boolean declined = isDeclined(session, outcome);
    if (!declined) {
      agenda = agenda.withAttempts(waits ? agenda.attempts() + 1 : 0);
    }
    agenda = agenda.withEcho(echoes.after(session, now));
    agenda = failed || declined ? agenda : agenda.covering(session.lock().acquiredAt());
    if (session.flight().inFlight().isEmpty()) {
      session.set(session.aftercare().with(Optional.<Sent>empty()));
    }
    session.set(
        session
            .state()
            .with(agenda)
            .after(new LastRun(session.lock().acquiredAt(), outcome.name(), outcome.why())));
    String id = "w" + session.state().runs();
    Optional<Instant> next = nextLook(session, outcome, now);
    session.set(session.agenda().withWake(next.map(at -> new Wake(id, at))));
    session.save();
  }

  /** Whether a person's word was not carried out: as if nobody had asked. */
  private static boolean isDeclined(Session session, Outcome outcome) {
    return session.trigger().reviewed().isPresent()
        && (outcome instanceof Outcome.Planned || outcome instanceof Outcome.Failed);
  }

  /**
   * What the next look waits for: the outcome says so, or something moves beside a change that is
   * held back. After a denial nothing can be written, whatever comes to rest.
   */
  private static Outcome waitFor(Session session, Outcome outcome) {
    boolean held = outcome instanceof Outcome.Planned || outcome instanceof Outcome.Failed;
    return held && !session.record().isDenied()
        ? session.record().moving().orElse(outcome)
        : outcome;
  }

  private Optional<Instant> nextLook(Session session, Outcome outcome, Instant now) {
    Agenda agenda = session.agenda();
    // A gateway that is being changed is not asked for its health.
    boolean changes = session.flight().inFlight().isPresent();
    Stream<Instant> looks =
        Stream.of(
                told(waitFor(session, outcome), session, now),
                Optional.of(now.plus(SOON)).filter(at -> session.record().isToLookSoon()),
                agenda.wake().filter(w -> isDeclined(session, outcome)).map(w -> late(w, now)),
                agenda.echo().map(echoes::dueAt),
                agenda.health().filter(read -> !changes).map(HealthRead::dueAt),
                renewals(session, now))
            .flatMap(Optional::stream);
    Stream<Instant> thaws =
        session.record().latest().flatMap(plan -> Freezes.thaw(session, plan)).stream();
    Stream<Instant> removals =
        session.record().latest().stream()
            .flatMap(plan -> plan.pending().stream())
            .map(removal -> removal.dueAt());
    return Stream.of(looks, thaws, removals, agenda.deletions().values().stream())
        .flatMap(s -> s)
        .flatMap(at -> stillToCome(at, session.lock().acquiredAt(), now).stream())
        .min(Comparator.naturalOrder())
        .map(at -> at.isBefore(now.plus(SOON)) ? now.plus(SOON) : at)
        .map(at -> at.isAfter(now.plus(FARTHEST)) ? now.plus(FARTHEST) : at);
  }

  /**
   * What was due when the run began was done in it, or could not be. What came due since may have
   * been decided on before: it is looked at anew.
   */
  private static Optional<Instant> stillToCome(Instant at, Instant began, Instant now) {
    if (at.isAfter(now)) {
      return Optional.of(at);
    }
    return at.isAfter(began) ? Optional.of(now.plus(SOON)) : Optional.empty();
  }

  /** A run may take longer than the time to the look that it has scheduled itself. */
  private static Optional<Instant> renewals(Session session, Instant now) {
    boolean looked = session.record().latest().isPresent();
    return session
        .state()
        .renewals()
        .nextLook(now)
        .map(at -> looked && !at.isAfter(now) ? now.plus(SOON) : at);
  }

  private Optional<Instant> told(Outcome outcome, Session session, Instant now) {
    if (outcome instanceof Outcome.Applying) {
      Instant usual = now.plus(pace.lookAfter(0));
      return Optional.of(
          session
              .flight()
              .inFlight()
              .filter(Operation.class::isInstance)
              .map(change -> ((Operation) change).nextLook())
              .filter(at -> at.isAfter(now))
              .orElse(usual));
    }
    if (outcome instanceof Outcome.Waiting waiting) {
      return Optional.of(later(now, waiting.next()));
    }
    return outcome instanceof Outcome.Conflict conflict
        ? Optional.of(later(now, conflict.next()))
        : Optional.empty();
  }

  private static Instant late(Wake wake, Instant now) {
    return wake.dueAt().isAfter(now) ? wake.dueAt() : now.plus(SOON);
  }

  private static Instant later(Instant now, Duration wait) {
    return now.plus(wait.compareTo(SOON) < 0 ? SOON : wait);
  }
}
