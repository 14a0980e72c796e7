package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Observation;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.FlightLook.Seen;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.VersionLook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run does while it has the lock: look at what is in flight, observe, plan, and write if the
 * plan may be written; again, a few times, when the world moved meanwhile.
 */
final class Rounds {
  private static final int MOST = 4;

  private final Planning planning;
  private final Observer observer;
  private final FlightLook flightLook;
  private final FlightEnd flightEnd;
  private final Gatekeeper gatekeeper;
  private final Writer writer;
  private final VersionStep versions;
  private final Reverser reverser;
  private final Baseline baseline;
  private final Contests contests;
  private final StaleNames names;
  private final Nudger nudger;
  private final RenewalStep renewals;
  private final ExpiryStep expiry;
  private final Conflicts conflicts = new Conflicts(TroublePace.DEFAULT);
  private final Duration lag;

  Rounds(Planning planning, Reads reads, Observer observer, Pace pace, RenewalPace renewalPace) {
    Operations operations = new Operations();
    this.lag = pace.lag();
    this.planning = planning;
    this.observer = observer;
    this.flightLook = new FlightLook(reads, operations, pace);
    this.flightEnd = new FlightEnd(operations, flightLook, pace);
    this.gatekeeper = new Gatekeeper(pace);
    GatewayWriter gateway = new GatewayWriter(reads, pace);
    this.writer = new Writer(reads, gateway);
    this.reverser = new Reverser(gateway);
    this.baseline = new Baseline(pace, CarePace.DEFAULT);
    this.versions = new VersionStep(reads);
    this.contests = new Contests(pace);
    this.names = new StaleNames(pace, CarePace.DEFAULT);
    this.nudger = new Nudger(gateway, renewalPace.nudge());
    this.renewals = new RenewalStep(renewalPace);
    this.expiry = new ExpiryStep(renewalPace);
  }

  Outcome perform(Session session) {
    return conflicts.after(session, rounds(session));
  }

  private Outcome rounds(Session session) {
    Optional<InFlight> change = session.flight().inFlight();
    Optional<GatewayDocument> read = Optional.empty();
    if (change.isPresent()) {
      Seen seen = flightLook.look(session, change.get());
      if (seen instanceof Seen.Moving moving) {
        return moving.outcome();
      }
      read = Optional.of(((Seen.AtRest) seen).gateway());
    }
    Step step = new Step.Again("first look");
    for (int i = 0; i < MOST && step instanceof Step.Again; i++) {
      step = round(session, i == 0 ? change : Optional.empty(), i == 0 ? read : Optional.empty());
    }
    return step instanceof Step.Again again
        ? session.conflict(Optional.empty(), again.why())
        : ((Step.End) step).outcome();
  }

  private Step round(
      Session session, Optional<InFlight> change, Optional<GatewayDocument> alreadyRead) {
    long began = session.record().tick();
    Instant at = session.lock().acquiredAt();
    Observation seen =
        observer.observe(
            session.arm(), session.bindings(), at, session.holdings().owned(), alreadyRead);
    session.record().timed("observe", began);
    Optional<ReadFailure> unread = seen.gateway().asFailure();
    if (unread.isPresent()) {
      return new Step.End(Unread.outcome(session, unread.get()));
    }
    GatewayDocument gateway = seen.gateway().asValue().orElseThrow();
    if (Motion.isMoving(gateway)) {
      return new Step.End(session.waiting("the gateway is " + gateway.provisioningState()));
    }
    if (session.flight().hasReplaced(gateway.etag(), session.now().minus(lag))) {
      return new Step.End(
          session.waiting("the read shows the gateway as it was before our last change"));
    }
    VersionLook look = versions.look(session, gateway);
    return decide(session, change, seen.losing(look.lost()), gateway);
  }

  /**
   * The whole plan is shown; what nobody has confirmed is left out of what is carried out, and does
   * not hold the rest.
   */
  private Step decide(
      Session session, Optional<InFlight> change, Observation seen, GatewayDocument gateway) {
    Planning.Made shown =
        planning.make(session.bindings(), seen, session.state(), session.trigger().reviewed());
    session.set(shown.holdings());
    renewals.observe(session, shown.renewals(), seen);
    expiry.observe(session, seen);
    Quarantines.forgetOthers(session, shown.plan());
    Mandates.consider(session, shown.plan());
    List<Binding> unconfirmed = gatekeeper.unconfirmed(session, shown.plan());
    Planning.Made made = planning.without(shown, unconfirmed);
    session.record().planned(shown.plan(), made.plan());
    Mandates.give(session, shown.plan());
    Plan plan = made.plan();
    session.record().moving(Rest.moving(session, seen, plan));
    writer.forgetUnwanted(session, plan);
    if (change.isPresent()) {
      // What may not be written now is wanted all the same: it tells whether the change is there.
      Planning.Made wanted = planning.thawed(shown);
      Optional<Outcome> refused = flightEnd.conclude(session, change.get(), wanted.plan(), gateway);
      if (refused.isPresent()) {
        return Quarantines.after(session, wanted, refused.get(), gateway.isSettled());
      }
    }
    if (Mandates.isSpent(session) && plan.gatewayBody().isPresent()) {
      return new Step.Again("what was confirmed took effect, and more is wanted");
    }
    Optional<Step> takenBack = reverser.step(session, made.input(), gateway);
    if (takenBack.isPresent()) {
      return takenBack.get();
    }
    if (!session.record().mayDo(plan, session.trigger().reviewed())) {
      return new Step.End(
          new Outcome.Planned(plan.hash(), "the plan is not the one that was reviewed"));
    }
    names.observe(session, seen, gateway);
    if (session.trigger().reviewed().isEmpty() && contests.found(session, plan)) {
      return new Step.Again("somebody else undoes the same again and again");
    }
    if (plan.isEmpty()) {
      Orders.rememberHeld(session);
      renewals.nudge(session, seen);
      Optional<Step> nudged = nudger.step(session, made.input(), gateway);
      if (nudged.isPresent()) {
        return nudged.get();
      }
      Outcome rest = Rest.of(session, seen, plan, gateway);
      return new Step.End(
          unconfirmed.isEmpty() || rest instanceof Outcome.Waiting || rest instanceof Outcome.Failed
              ? rest
              : Gatekeeper.planned(shown.plan(), unconfirmed));
    }
    if (!unconfirmed.isEmpty()) {
      session
          .record()
          .note("without what waits: " + Gatekeeper.planned(shown.plan(), unconfirmed).why());
    }
    return gatekeeper
        .hold(session, made)
        .<Step>map(Step.End::new)
        .orElseGet(() -> write(session, made, gateway));
  }

  private Step write(Session session, Planning.Made made, GatewayDocument gateway) {
    Plan plan = made.plan();
    Optional<Outcome> standing = conflicts.hold(session);
    if (standing.isPresent()) {
      return new Step.End(standing.get());
    }
    Optional<Outcome> wait =
        plan.gatewayBody().isPresent() ? versions.hold(session) : Optional.empty();
    if (wait.isPresent()) {
      return new Step.End(wait.get());
    }
    long began = session.record().tick();
    Optional<Outcome> futile = gatekeeper.futile(session, plan);
    Optional<Outcome> waits =
        futile.isPresent() ? Optional.empty() : baseline.before(session, plan, gateway);
    if (waits.isPresent()) {
      return new Step.End(waits.get());
    }
    Step step = writer.write(session, plan, gateway, futile);
    session.record().timed("write", began);
    return step instanceof Step.End end
        ? Quarantines.after(session, made, end.outcome(), gateway.isSettled())
        : step;
  }
}
