package dev.lockstep.reconcile;

import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.Consent;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Contest;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.Holdings;
import dev.lockstep.reconcile.state.Holdings.Confirmed;
import dev.lockstep.reconcile.state.Holdings.Removing;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decides what of a plan may be carried out: somebody allowed it, the guards have nothing against
 * it, and it was not refused or undone before.
 *
 * <p>A person who confirms a plan by its hash confirms the target, and asks for a refused or
 * contested change to be tried once more.
 */
final class Gatekeeper {
  private final Pace pace;

  Gatekeeper(Pace pace) {
    this.pace = pace;
  }

  /** What the guards hold back; empty when the plan may be written. A person's word is noted. */
  Optional<Outcome> hold(Session session, Planning.Made made) {
    Optional<Outcome> refused = guarded(session, made);
    if (refused.isEmpty() && session.trigger().reviewed().isPresent()) {
      confirm(session, made);
    } else if (refused.isEmpty()) {
      session
          .state()
          .mandate()
          .map(mandate -> new Confirmed(mandate.plan(), mandate.who(), mandate.at()))
          .ifPresent(word -> session.set(session.holdings().confirmedBy(word)));
    }
    return refused;
  }

  /**
   * The bindings whose changes wait for a person's word ({@link Consent}). A person who has
   * reviewed a plan has given it for all that is in it, until it is carried out ({@link Mandates}).
   */
  List<Binding> unconfirmed(Session session, Plan shown) {
    Holdings holdings = session.holdings();
    Consent consent =
        new Consent(
            holdings.confirmed().isPresent(),
            holdings.removing().map(Removing::hosts).orElse(Collections.emptySortedSet()));
    boolean given =
        session.trigger().reviewed().isPresent()
            || session.state().mandate().filter(m -> Mandates.covers(m, shown)).isPresent();
    return given ? List.of() : consent.missing(shown, session.bindings());
  }

  /** How a run ends that shows changes of these bindings and may make none of them. */
  static Outcome planned(Plan shown, List<Binding> unconfirmed) {
    String inPlanMode =
        unconfirmed.stream()
            .filter(binding -> binding.mode() == Mode.PLAN)
            .map(Binding::name)
            .collect(Collectors.joining(", "));
    String why =
        inPlanMode.isEmpty() ? "nobody has confirmed this target" : "in mode plan: " + inPlanMode;
    return new Outcome.Planned(shown.hash(), why + ": resync with apply=" + shown.hash());
  }

  /**
   * What holds the gateway change back though the plan may be written: it was refused, or undone
   * again and again. Record sets do not wait for it.
   */
  Optional<Outcome> futile(Session session, Plan plan) {
    return Fingerprints.of(plan).flatMap(change -> futile(session, change.name(), plan));
  }

  /** What the guards say; the first word counts, and all of them are noted. */
  private static Optional<Outcome> guarded(Session session, Planning.Made made) {
    List<Refused> refused = Guards.check(made.plan(), made.input());
    refused.forEach(r -> session.record().note(r.code().wireName() + ": " + r.reason()));
    return refused.stream().findFirst().map(r -> outcome(session, made.plan(), r));
  }

  private static Outcome outcome(Session session, Plan plan, Refused refused) {
    return switch (refused.code()) {
      case GATEWAY_UNSETTLED -> session.waiting(refused.reason());
      case GATEWAY_STOPPED,
          DELETE_CAP,
          SOURCE_EMPTY,
          API_VERSION_TOO_OLD,
          MANAGED_BY_AGIC,
          MANAGED_WHOLE,
          LIMIT_EXCEEDED ->
          new Outcome.Planned(plan.hash(), refused.reason() + "; " + refused.remedy());
      case DANGLING_REFERENCE, FOREIGN_CHANGED, ROUTE_MOVED ->
          new Outcome.Failed(refused.reason(), refused.remedy());
    };
  }

  private static void confirm(Session session, Planning.Made made) {
    Plan plan = made.plan();
    if (made.lifts()) {
      session.set(session.aftercare().with(HeldBack.NONE));
    }
    session.set(session.aftercare().with(Contest.NONE));
    session.set(
        session
            .holdings()
            .confirmedBy(new Confirmed(plan.hash(), session.trigger().who(), session.now())));
    session.set(session.state().with(session.withdrawals()));
    session.set(new Flight(session.flight().inFlight(), Optional.empty(), List.of()));
    // From the first write on the word must be known: whoever dies now has begun to keep it.
    session.save();
  }

  private Optional<Outcome> futile(Session session, String fingerprint, Plan plan) {
    Optional<Outcome> before =
        session
            .flight()
            .refused()
            .filter(refusal -> refusal.last() && refusal.fingerprint().equals(fingerprint))
            .map(Gatekeeper::failed);
    return before.or(() -> contested(session, fingerprint, plan));
  }

  private static Outcome failed(Flight.Refused refusal) {
    return new Outcome.Failed(
        "not sent again, since the service refused it: " + refusal.reason(),
        refusal.remedy() + "; then resync with retry=" + refusal.fingerprint());
  }

  private Optional<Outcome> contested(Session session, String fingerprint, Plan plan) {
    long times = Retries.lastInARow(session.flight(), fingerprint, pace, session.now());
    return times < pace.contestedTimes()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Failed(
                "the same change was made " + times + " times lately and undone each time",
                "Find out who writes the gateway (activity log) and settle who owns these elements;"
                    + " then resync with apply="
                    + plan.hash()));
  }
}
