package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.port.ArmAnswer;
import dev.lockstep.port.ArmAnswer.Answered;
import dev.lockstep.port.ArmRequest;
import dev.lockstep.reconcile.error.ArmErrors;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.error.Verdict.Kind;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads backend health without ever waiting for it: one run asks, a later one collects. It is read
 * after a change took effect and when an alert says that something is wrong, and goes into the
 * journal. That it cannot be read fails no run.
 */
final class HealthStep {
  private final Paths paths;
  private final Pace pace;
  private final Verifier verifier;

  HealthStep(Paths paths, Pace pace) {
    this.paths = paths;
    this.pace = pace;
    this.verifier = new Verifier(CarePace.DEFAULT, new StaleNames(pace, CarePace.DEFAULT));
  }

  /** Collects, before anything is written, what was asked for in order to write. */
  void beforehand(Session session) {
    boolean awaited =
        session.aftercare().seen().asked().isPresent()
            && session.agenda().health().flatMap(HealthRead::location).isPresent();
    if (awaited) {
      perform(session);
    }
  }

  /** Does what is due. A gateway that is being changed is not asked. */
  void perform(Session session) {
    if (session.trigger().isAlert() && session.agenda().health().isEmpty()) {
      session.set(session.agenda().readingHealth(session.now(), "an alert was fired"));
    }
    session
        .agenda()
        .health()
        .filter(read -> !read.dueAt().isAfter(session.now()))
        .filter(read -> session.flight().inFlight().isEmpty())
        .ifPresent(read -> advance(session, read));
  }

  private void advance(Session session, HealthRead read) {
    ArmAnswer answer =
        session
            .arm()
            .send(
                read.location()
                    .map(ArmRequest::get)
                    .orElseGet(() -> ArmRequest.post(paths.backendHealth(session.gateway()))));
    if (read.location().isEmpty()) {
      session.set(session.agenda().healthAsked(session.now()));
    }
    if (!(answer instanceof Answered answered) || !answered.isSuccess()) {
      failed(session, read, ArmErrors.of(answer));
    } else if (answered.body().path("backendAddressPools").isArray()) {
      collected(session, read, answered.body());
    } else {
      Optional<String> location = answered.header("Location").or(read::location);
      again(session, read, location, answered.retryAfter().orElse(pace.healthPoll()));
    }
  }

  private void collected(Session session, HealthRead read, JsonNode body) {
    session
        .record()
        .health(HealthReport.of(body, session.holdings().owned()).put("why", read.why()));
    session.set(session.agenda().withHealth(Optional.empty()));
    verifier.judge(session, body);
  }

  private void failed(Session session, HealthRead read, Verdict verdict) {
    boolean hopeless = verdict.kind() == Kind.DENIED || verdict.kind() == Kind.REFUSED;
    session
        .record()
        .note("backend health was not given: " + verdict.reason() + " " + verdict.remedy());
    if (hopeless) {
      session.set(session.agenda().withHealth(Optional.empty()));
      verifier.giveUp(session);
    } else {
      again(
          session,
          read,
          read.location(),
          verdict.retryAfter().orElse(pace.waitAfter(read.polls())));
    }
  }

  private void again(Session session, HealthRead read, Optional<String> location, Duration until) {
    if (read.polls() >= pace.healthPolls()) {
      session.record().note("backend health did not come; given up until the next change or alert");
      session.set(session.agenda().withHealth(Optional.empty()));
      verifier.giveUp(session);
      return;
    }
    Duration wait = until.isZero() ? pace.healthPoll() : until;
    session.set(
        session
            .agenda()
            .withHealth(
                Optional.of(
                    new HealthRead(
                        location, session.now().plus(wait), read.polls() + 1, read.why()))));
  }
}
