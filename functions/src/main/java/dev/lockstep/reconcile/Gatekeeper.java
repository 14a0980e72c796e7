package dev.lockstep.reconcile;

import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Flight.Landed;
import dev.lockstep.reconcile.state.Holdings.Confirmed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a plan may be carried out: somebody allowed it, the guards have nothing against
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

  /** What holds the plan back; empty when it may be written. */
  Optional<Outcome> hold(Session session, Planning.Made made) {
    Plan plan = made.plan();
    boolean reviewed = session.trigger().reviewed().isPresent();
    Optional<String> unconfirmed = reviewed ? Optional.empty() : unconfirmed(session, plan);
    if (unconfirmed.isPresent()) {
      return unconfirmed.map(
          why -> new Outcome.Planned(plan.hash(), why + ": resync with apply=" + plan.hash()));
    }
    Optional<Outcome> refused = guarded(session, made);
    if (refused.isPresent()) {
      return refused;
    }
    if (reviewed) {
      confirm(session, plan);
    }
    return Optional.empty();
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
      case GATEWAY_STOPPED, DELETE_CAP, SOURCE_EMPTY, LIMIT_EXCEEDED ->
          new Outcome.Planned(plan.hash(), refused.reason() + "; " + refused.remedy());
      case DANGLING_REFERENCE, FOREIGN_CHANGED, ROUTE_MOVED ->
          new Outcome.Failed(refused.reason(), refused.remedy());
    };
  }

  /**
   * Why the plan waits for a person's word; empty when it need not.
   *
   * <pre>
   * binding's mode | the target was confirmed once | then
   * ---------------+-------------------------------+---------------------------
   * plan           | any                           | each plan is confirmed
   * confirm        | no                            | this plan is confirmed
   * confirm        | yes                           | carried out
   * apply          | any                           | carried out
   * </pre>
   */
  private static Optional<String> unconfirmed(Session session, Plan plan) {
    List<String> planOnly = plan.unconfirmed(session.bindings());
    if (!planOnly.isEmpty()) {
      return Optional.of("in mode plan: " + String.join(", ", planOnly));
    }
    boolean confirmed =
        session.holdings().confirmed().isPresent()
            || session.bindings().stream().allMatch(binding -> binding.mode() == Mode.APPLY);
    return confirmed ? Optional.empty() : Optional.of("nobody has confirmed this target");
  }

  private static void confirm(Session session, Plan plan) {
    session.set(
        session
            .holdings()
            .confirmedBy(new Confirmed(plan.hash(), session.trigger().who(), session.now())));
    session.set(new Flight(session.flight().inFlight(), Optional.empty(), List.of()));
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
        "not sent again, since the service refused it: " + refusal.reason(), refusal.remedy());
  }

  private Optional<Outcome> contested(Session session, String fingerprint, Plan plan) {
    long times = lastInARow(session, fingerprint);
    return times < pace.contestedTimes()
        ? Optional.empty()
        : Optional.of(
            new Outcome.Failed(
                "the same change was made " + times + " times lately and undone each time",
                "Find out who writes the gateway (activity log) and settle who owns these elements;"
                    + " then resync with apply="
                    + plan.hash()));
  }

  /** How often this change was the last to take effect; one that we undid ourselves starts anew. */
  private long lastInARow(Session session, String fingerprint) {
    List<Landed> landed = new ArrayList<>(session.flight().landed());
    Collections.reverse(landed);
    return landed.stream()
        .takeWhile(change -> change.fingerprint().equals(fingerprint))
        .filter(change -> change.at().plus(pace.contested()).isAfter(session.now()))
        .count();
  }
}
