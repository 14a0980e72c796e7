package dev.lockstep.reconcile;

import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Mandate;
import java.util.Optional;

/**
 * Keeps a person's word for one plan until it is carried out, when the run that it came with could
 * not do so to the end.
 *
 * <pre>
 * the plan now                                      | the run ends as           | the mandate
 * --------------------------------------------------+---------------------------+-------------
 * does the same to the gateway, or nothing any more,| Waiting, Conflict,        | goes on
 * and nothing else to record sets                   | Applying                  |
 * the same                                          | any other                 | is over
 * does a part of it: something was not read         | Waiting, Conflict,        | waits
 *                                                   | Applying                  |
 * the same                                          | any other                 | is forgotten
 * does anything else                                | any                       | is forgotten
 * </pre>
 *
 * What took effect once is not allowed a second time.
 */
final class Mandates {
  private Mandates() {}

  /** Remembers that a person has confirmed this plan. */
  static void give(Session session, Plan plan) {
    boolean given =
        session.trigger().reviewed().filter(plan.hash()::equals).isPresent()
            && !plan.isEmpty()
            && ofThisRun(session).isEmpty();
    if (given) {
      Mandate mandate =
          new Mandate(
              plan.hash(),
              session.trigger().who(),
              session.now(),
              Fingerprints.of(plan),
              Fingerprints.records(plan));
      session.set(session.state().mandated(Optional.of(mandate)));
    }
  }

  /** Whether a person's word from an earlier run allows all that the plan does. */
  static boolean covers(Mandate mandate, Plan plan) {
    Optional<Fingerprint> gateway = Fingerprints.of(plan);
    return (gateway.isEmpty() || gateway.equals(mandate.gateway()))
        && mandate.records().containsAll(Fingerprints.records(plan));
  }

  /** Forgets the mandate when the plan does anything else. */
  static void consider(Session session, Plan shown) {
    boolean astray =
        session.trigger().reviewed().isEmpty()
            && session.state().mandate().filter(mandate -> !contains(mandate, shown)).isPresent();
    if (astray) {
      forget(session, "something else is to be done by now");
    }
  }

  private static boolean contains(Mandate mandate, Plan plan) {
    boolean gateway =
        Fingerprints.of(plan)
            .filter(
                now ->
                    mandate
                        .gateway()
                        .filter(then -> then.parts().containsAll(now.parts()))
                        .isEmpty())
            .isEmpty();
    return gateway && mandate.records().containsAll(Fingerprints.records(plan));
  }

  /** Notes that the gateway change has taken effect; false when it has not, or was noted before. */
  static boolean isSpent(Session session) {
    Optional<Mandate> spent =
        session
            .state()
            .mandate()
            .filter(
                mandate -> mandate.gateway().filter(g -> landed(session, mandate, g)).isPresent());
    spent.ifPresent(
        mandate -> session.set(session.state().mandated(Optional.of(mandate.withGatewayDone()))));
    return spent.isPresent();
  }

  private static boolean landed(Session session, Mandate mandate, Fingerprint gateway) {
    return session.flight().landed().stream()
        .anyMatch(
            change ->
                change.fingerprint().equals(gateway.name())
                    && !change.sent().isBefore(mandate.at()));
  }

  /**
   * Forgets the mandate when its plan was carried out, or will not be. One that goes on needs what
   * the plan withdraws.
   */
  static void close(Session session, Outcome outcome) {
    boolean goesOn =
        outcome instanceof Outcome.Waiting
            || outcome instanceof Outcome.Conflict
            || outcome instanceof Outcome.Applying;
    boolean fresh = ofThisRun(session).isPresent();
    if (goesOn && fresh) {
      session.set(session.state().with(session.withdrawals()));
    } else if (!goesOn && (fresh || session.trigger().reviewed().isEmpty())) {
      session.set(session.state().mandated(Optional.empty()));
    }
  }

  /** The mandate that this very run was started with. */
  private static Optional<Mandate> ofThisRun(Session session) {
    return session
        .state()
        .mandate()
        .filter(mandate -> session.trigger().reviewed().filter(mandate.plan()::equals).isPresent())
        .filter(mandate -> !mandate.at().isBefore(session.lock().acquiredAt()));
  }

  private static void forget(Session session, String why) {
    Mandate mandate = session.state().mandate().orElseThrow();
    session.record().note("plan " + mandate.plan() + " was confirmed and is given up: " + why);
    session.set(session.state().mandated(Optional.empty()));
  }
}
