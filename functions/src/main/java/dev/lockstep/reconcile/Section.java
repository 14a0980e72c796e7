package dev.lockstep.reconcile;

/** The critical section of a run: everything that happens while the target is locked. */
final class Section {
  private final Overtakes overtakes;
  private final Rounds rounds;
  private final HealthStep health;
  private final Ending ending;

  Section(Planning planning, Reads reads, Observer observer, Pace pace, RenewalPace renewalPace) {
    this.overtakes = new Overtakes(pace);
    this.rounds = new Rounds(planning, reads, observer, pace, renewalPace);
    this.health = new HealthStep(reads.paths(), pace);
    this.ending = new Ending(pace);
  }

  Ending ending() {
    return ending;
  }

  /** A run whose state has been written, and whose wake has yet to be sent. */
  record Ended(Session session, Outcome outcome) {}

  Ended run(Session session) {
    if (session.flight().inFlight().isPresent()) {
      session.record().afterAChange();
    }
    health.beforehand(session);
    Quarantines.release(session);
    Outcome outcome = Thrift.hold(session).orElseGet(() -> rounds.perform(session));
    overtakes.consider(session);
    health.perform(session);
    Mandates.close(session, outcome);
    ending.close(session, outcome);
    return new Ended(session, outcome);
  }
}
