package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.Holdings.Confirmed;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a plan may be carried out (design sections 5.10 and 6).
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
  Optional<Outcome> hold(Session session, Plan plan, GatewayDocument gateway) {
    if (session.trigger().reviewed().isPresent()) {
      confirm(session, plan);
    } else if (!isAllowed(session.bindings(), session)) {
      return Optional.of(
          new Outcome.Planned(
              plan.hash(), "nobody has confirmed this target: resync with apply=" + plan.hash()));
    }
    Optional<String> change = Fingerprint.of(plan);
    if (change.isPresent() && Motion.isStopped(gateway)) {
      return Optional.of(
          new Outcome.Planned(plan.hash(), "the gateway is stopped, and a change would start it"));
    }
    return change.flatMap(fingerprint -> futile(session, fingerprint, plan));
  }

  private static boolean isAllowed(List<Binding> bindings, Session session) {
    return session.holdings().confirmed().isPresent()
        || bindings.stream().allMatch(binding -> binding.mode() == Mode.APPLY);
  }

  private static void confirm(Session session, Plan plan) {
    session.set(
        session
            .holdings()
            .confirmedBy(new Confirmed(plan.hash(), session.trigger().who(), session.now())));
    session.set(new Flight(session.flight().inFlight(), Optional.empty(), java.util.List.of()));
  }

  private Optional<Outcome> futile(Session session, String fingerprint, Plan plan) {
    Optional<Outcome> refused =
        session
            .flight()
            .refused()
            .filter(refusal -> refusal.last() && refusal.fingerprint().equals(fingerprint))
            .map(Gatekeeper::failed);
    return refused.or(() -> contested(session, fingerprint, plan));
  }

  private static Outcome failed(Refused refusal) {
    return new Outcome.Failed(
        "not sent again, since the service refused it: " + refusal.reason(), refusal.remedy());
  }

  private Optional<Outcome> contested(Session session, String fingerprint, Plan plan) {
    long times =
        session.flight().landed().stream()
            .filter(landed -> landed.fingerprint().equals(fingerprint))
            .filter(landed -> landed.at().plus(pace.contested()).isAfter(session.now()))
            .count();
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
