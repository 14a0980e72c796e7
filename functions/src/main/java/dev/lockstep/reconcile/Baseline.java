package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Plan;
import dev.lockstep.reconcile.state.Agenda.HealthRead;
import dev.lockstep.reconcile.state.HealthSeen;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knows which backends were healthy before a change, since only what was healthy can be made worse
 * (design 5.8).
 *
 * <pre>
 * the change touches          | health is known | it was asked for        | then
 * ----------------------------+-----------------+-------------------------+----------------------
 * no live backend             | -               | -                       | write
 * a new endpoint as well      | -               | -                       | write: it never waits
 * live backends only          | 5 min old at    | -                       | write
 *                             | most            |                         |
 * live backends only          | no              | no                      | ask, and look in 5 s
 * live backends only          | no              | less than 15 s ago      | look in 5 s
 * live backends only          | no              | before, or in vain      | write
 * </pre>
 *
 * A person's confirmation does not wait: it is carried out in the run that it came with.
 *
 * @param pace when to look again
 * @param care how long to wait
 */
record Baseline(Pace pace, CarePace care) {
  /** The pairs that were healthy lately; empty when that is not known. */
  static Set<String> healthy(Session session) {
    HealthSeen seen = session.aftercare().seen();
    return isFresh(session, CarePace.DEFAULT) ? seen.healthy() : new TreeSet<>();
  }

  /** What to wait for before the plan's gateway change is sent; empty to send it. */
  Optional<Outcome> before(Session session, Plan plan, GatewayDocument planned) {
    boolean waits =
        plan.gatewayBody().isPresent()
            && session.trigger().reviewed().isEmpty()
            && touchesLiveOnly(session, plan, planned)
            && !isFresh(session, care);
    if (!waits) {
      return Optional.empty();
    }
    Instant now = session.now();
    HealthSeen seen = session.aftercare().seen();
    Optional<Instant> asked = seen.asked().filter(at -> at.plus(care.baselineAge()).isAfter(now));
    boolean inVain =
        asked
            .filter(
                at ->
                    !at.plus(care.baselineWait()).isAfter(now)
                        || session.agenda().health().isEmpty())
            .isPresent();
    if (inVain) {
      session.record().note("whether the backends are healthy now is not known");
      return Optional.empty();
    }
    if (asked.isEmpty()) {
      ask(session);
    }
    return Optional.of(
        new Outcome.Waiting(
            pace.healthPoll(), "backend health is read before a live endpoint is changed"));
  }

  private static void ask(Session session) {
    session.set(session.aftercare().with(session.aftercare().seen().askedAt(session.now())));
    boolean underWay = session.agenda().health().flatMap(HealthRead::location).isPresent();
    if (!underWay) {
      session.set(
          session.agenda().readingHealth(session.now(), "a live endpoint is to be changed"));
    }
  }

  private static boolean touchesLiveOnly(Session session, Plan plan, GatewayDocument planned) {
    List<BackendPair> touched = Consignment.touched(plan);
    Map<String, BackendPair> live = BackendPair.in(planned, session.holdings().owned());
    return !touched.isEmpty() && touched.stream().allMatch(pair -> live.containsKey(pair.name()));
  }

  private static boolean isFresh(Session session, CarePace care) {
    return session
        .aftercare()
        .seen()
        .at()
        .filter(at -> at.plus(care.baselineAge()).isAfter(session.now()))
        .isPresent();
  }
}
