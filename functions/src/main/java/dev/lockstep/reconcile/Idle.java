package dev.lockstep.reconcile;

import dev.lockstep.signal.Cause;
import java.util.Set;

/**
 * Tells runs that say nothing new from those that a person may ask for months later.
 *
 * <pre>
 * it wrote, found something, or read health | a person started it | it ended as the one before | idle
 * ------------------------------------------+---------------------+----------------------------+-----
 * yes                                       | any                 | any                        | no
 * no                                        | yes                 | any                        | no
 * no                                        | no                  | no                         | no
 * no                                        | no                  | yes                        | yes
 * </pre>
 */
final class Idle {
  private static final Set<Cause.Kind> OF_PERSONS = Set.of(Cause.Kind.RESYNC);

  private Idle() {}

  static boolean is(Session session, Outcome outcome) {
    RunRecord record = session.record();
    boolean quiet =
        session.counts().writes() == 0
            && record.findings().isEmpty()
            && record.health().isEmpty()
            && record.errand().isEmpty();
    return quiet && !isAPersons(session.trigger()) && endedAsBefore(session, outcome);
  }

  private static boolean isAPersons(Trigger trigger) {
    return !trigger.who().isEmpty()
        || trigger.cause().filter(cause -> OF_PERSONS.contains(cause.kind())).isPresent();
  }

  private static boolean endedAsBefore(Session session, Outcome outcome) {
    return session
        .before()
        .filter(run -> run.outcome().equals(outcome.name()) && run.why().equals(outcome.why()))
        .isPresent();
  }
}
