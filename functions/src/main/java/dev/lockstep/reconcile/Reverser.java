package dev.lockstep.reconcile;

import dev.lockstep.guard.GuardCode;
import dev.lockstep.guard.Guards;
import dev.lockstep.guard.Verdict.Refused;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.PutBack;
import dev.lockstep.reconcile.state.Reversal;
import dev.lockstep.reconcile.state.Sent;
import java.util.Optional;

/**
 * Takes a change back: the owned part of the snapshot, put into the document as it is now, under
 * the same guards and by the same protocol as any change. Nothing else is written before that is
 * done or given up.
 *
 * <pre>
 * the snapshot          | the document holds | the gateway | then
 *                       | it already         |             |
 * ----------------------+--------------------+-------------+-----------------------------------
 * is of no good state   | -                  | -           | given up: a finding
 * is good               | yes                | Succeeded   | done
 * is good, sent 3 times | no                 | any         | given up: a finding
 * is good               | yes                | Failed      | the document is sent as it is
 * is good               | no                 | any         | sent, unless a guard is against it
 * </pre>
 *
 * <p>Nothing is sent while a binding of it is frozen ({@link ReversalFreeze}).
 */
final class Reverser {
  /** What a change did to a host name that is held back since. */
  static final String HARM = "its backends were healthy before it and not after";

  private static final int TRIES = 3;

  private final GatewayWriter writer;

  Reverser(GatewayWriter writer) {
    this.writer = writer;
  }

  /** What is done about a change that is to be taken back; empty when there is none. */
  Optional<Step> step(Session session, PlanInput input, GatewayDocument gateway) {
    return session.aftercare().reversal().map(reversal -> step(session, input, gateway, reversal));
  }

  private Step step(Session session, PlanInput input, GatewayDocument gateway, Reversal reversal) {
    if (session.trigger().reviewed().isPresent()) {
      return ReversalFreeze.hold(session, reversal)
          .orElseGet(
              () ->
                  new Step.End(
                      session.waiting(
                          "a change is being taken back; ask again when that is done")));
    }
    if (!reversal.snapshot().usable()) {
      return new Step.End(
          givenUp(session, reversal, "nothing good is remembered from before the change"));
    }
    Plan plan = PutBack.of(input, reversal.snapshot(), reversal.hosts());
    if (plan.gatewayBody().isEmpty()) {
      if (gateway.isSettled()) {
        return done(session, reversal);
      }
      plan = PutBack.identical(input);
    }
    if (reversal.tries() >= TRIES) {
      return new Step.End(givenUp(session, reversal, "it was tried " + TRIES + " times"));
    }
    Optional<Refused> refused = Guards.check(plan, input).stream().findFirst();
    if (refused.isPresent()) {
      return refused.get().code() == GuardCode.GATEWAY_UNSETTLED
          ? new Step.End(session.waiting(refused.get().reason()))
          : new Step.End(givenUp(session, reversal, refused.get().reason()));
    }
    Plan back = plan;
    return ReversalFreeze.hold(session, reversal)
        .orElseGet(() -> send(session, reversal, back, gateway));
  }

  private Step send(Session session, Reversal reversal, Plan plan, GatewayDocument gateway) {
    session.set(session.aftercare().reversing(Optional.of(reversal.sent())));
    session.record().errand(reversal.kind());
    session.record().note("taking back: " + reversal.why());
    Step step =
        writer.put(session, Consignment.errand(reversal.kind(), plan, reversal.why()), gateway);
    boolean counts =
        session.flight().inFlight().isPresent()
            || (step instanceof Step.End end && end.outcome() instanceof Outcome.Failed);
    if (!counts) {
      session.set(session.aftercare().reversing(Optional.of(reversal)));
    }
    return step;
  }

  private static Step done(Session session, Reversal reversal) {
    over(session, reversal, "a change was taken back: " + HARM);
    session.record().errand(reversal.kind());
    String end =
        reversal.snapshot().elements().isEmpty()
            ? "; the gateway has accepted its document since"
            : "; what was there before is back";
    return new Step.End(new Outcome.RolledBack(reversal.why() + end));
  }

  /** No guess: what stands there stays, and a person is told. */
  static Outcome givenUp(Session session, Reversal reversal, String why) {
    over(session, reversal, "a change could not be taken back, and stands: " + HARM + "; " + why);
    String reason = reversal.why() + "; what was there before could not be put back: " + why;
    String state =
        reversal.kind() == Sent.Kind.RESTORE
            ? " The gateway is Failed until it accepts a document."
            : "";
    session
        .record()
        .found(new Finding(FindingCode.NOT_TAKEN_BACK, reason, reversal.remedy() + state));
    return new Outcome.Failed(reason, reversal.remedy() + state);
  }

  /** Nothing is to be taken back any more; its host names stay held back, for what is true now. */
  private static void over(Session session, Reversal reversal, String reason) {
    session.set(
        session
            .aftercare()
            .reversing(Optional.empty())
            .with(
                session
                    .aftercare()
                    .heldBack()
                    .because(reversal.hosts(), BlockCode.ROLLED_BACK, reason)));
  }
}
