package dev.lockstep.reconcile;

import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.Mode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.PutBack;
import dev.lockstep.reconcile.state.Nudges;
import dev.lockstep.reconcile.state.Sent;
import java.time.Duration;
import java.util.Optional;

/**
 * Writes the gateway's own document once more, so that it reads anew what it refers to: names of
 * backends, secrets of the vault (Microsoft Learn, key-vault-certs: any change of the gateway makes
 * it read the vault at once). Same guards, same protocol; never a tag that changes for this alone.
 *
 * <pre>
 * wanted, and                                  | then
 * ---------------------------------------------+--------------------------------------------------
 * the gateway was written since, by anybody    | content
 * one was sent less than 6 hours ago           | not sent, and noted
 * nobody has allowed this target to be written | not sent, and noted
 * a guard is against it                        | not sent, and noted
 * a plan is to be written                      | that one does
 * the gateway moves, or all of it is frozen    | later
 * else                                         | sent
 * </pre>
 */
final class Nudger {
  private final GatewayWriter writer;
  private final Duration every;

  /**
   * @param every the least time between two of them, per target
   */
  Nudger(GatewayWriter writer, Duration every) {
    this.writer = writer;
    this.every = every;
  }

  /**
   * Wants one, in the next run that has nothing else to write; that run comes at once.
   *
   * @param why what the gateway is to read anew, in words
   */
  static void want(Session session, String why) {
    wish(session, why);
    session.record().lookSoon();
  }

  /** Wants one in this run, if it has nothing else to write; else in the next one that has not. */
  static void wish(Session session, String why) {
    session.set(session.aftercare().with(session.aftercare().nudges().wishing(why)));
    session.record().note("the gateway is to be written as it is: " + why);
  }

  /** Sends one if one is wanted and may be sent. */
  Optional<Step> step(Session session, PlanInput input, GatewayDocument gateway) {
    Nudges nudges = session.aftercare().nudges();
    boolean frozen =
        session.bindings().stream()
            .allMatch(binding -> input.restraint().frozen().containsKey(binding.name()));
    if (nudges.wish().isEmpty() || !gateway.isSettled() || frozen) {
      return Optional.empty();
    }
    Plan plan = PutBack.identical(input);
    Optional<String> obstacle =
        rationed(session, nudges)
            .or(() -> unconfirmed(session))
            .or(() -> Guards.check(plan, input).stream().findFirst().map(Refused::reason));
    session.set(session.aftercare().with(nudges.content()));
    if (obstacle.isPresent()) {
      session.record().note("the gateway was not written as it is: " + obstacle.get());
      return Optional.empty();
    }
    session.set(session.aftercare().with(nudges.sent(session.now())));
    session.record().errand(Sent.Kind.NUDGE);
    Step step =
        writer.put(
            session, Consignment.errand(Sent.Kind.NUDGE, plan, nudges.wish().get()), gateway);
    boolean over =
        session.flight().inFlight().isPresent()
            || (step instanceof Step.End end && end.outcome() instanceof Outcome.Failed);
    if (!over) {
      session.set(session.aftercare().with(nudges));
    }
    return Optional.of(step);
  }

  private Optional<String> rationed(Session session, Nudges nudges) {
    return nudges
        .last()
        .filter(at -> at.plus(every).isAfter(session.now()))
        .map(at -> "that was done at " + at + " already");
  }

  private static Optional<String> unconfirmed(Session session) {
    boolean may =
        session.bindings().stream()
            .anyMatch(
                binding ->
                    binding.mode() == Mode.APPLY
                        || (binding.mode() == Mode.CONFIRM
                            && session.holdings().confirmed().isPresent()));
    return may ? Optional.empty() : Optional.of("nobody has confirmed this target");
  }
}
