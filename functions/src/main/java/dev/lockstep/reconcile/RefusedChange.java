package dev.lockstep.reconcile;

import dev.lockstep.model.GatewayDocument;
import dev.lockstep.plan.Snapshot;
import dev.lockstep.reconcile.error.Verdict;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.reconcile.state.InFlight;
import dev.lockstep.reconcile.state.Reversal;
import dev.lockstep.reconcile.state.Sent;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What follows a change whose operation did not succeed.
 *
 * <pre>
 * the failure           | the gateway is | then
 * ----------------------+----------------+-------------------------------------------------------
 * another writer's      | any            | plan again
 * any                   | Failed         | what was there before is put back, in this run; where
 *                       |                | that was not good and the failure may pass, the
 *                       |                | document is sent as it is
 * of the document       | else           | fail; the same is not sent again
 * one that may pass     | else           | wait and try again, three times at most
 * </pre>
 */
final class RefusedChange {
  /** The gateway is Failed, and the operation does not say why. */
  static final Verdict UNEXPLAINED =
      new Verdict(
          Verdict.Kind.UNCERTAIN,
          "the gateway is Failed since our change, and the operation does not say why",
          "Look into the activity log of the gateway; confirm the plan again when the cause is gone:"
              + " resync with apply=<plan hash>.",
          Optional.empty());

  private static final int TRIES_OF_A_FAILURE_THAT_MAY_PASS = 3;

  private RefusedChange() {}

  /**
   * Notes the refusal.
   *
   * @param same whether the same change is still wanted
   * @return how the run ends; empty when it goes on
   */
  static Optional<Outcome> of(
      Session session,
      InFlight change,
      Optional<Sent> sent,
      Verdict verdict,
      boolean same,
      GatewayDocument now) {
    if (verdict.kind() == Verdict.Kind.CONFLICT) {
      return Optional.empty();
    }
    boolean last = same && note(session, change, verdict);
    if (ErrandEnd.isFailed(now)) {
      takeBack(session, sent, verdict);
      return Optional.empty();
    }
    if (!same) {
      return Optional.empty();
    }
    return Optional.of(
        last
            ? new Outcome.Failed(verdict.reason(), verdict.remedy())
            : session.waiting(verdict.reason()));
  }

  private static boolean note(Session session, InFlight change, Verdict verdict) {
    int times =
        session
                .flight()
                .refused()
                .filter(before -> before.fingerprint().equals(change.fingerprint().name()))
                .map(Refused::times)
                .orElse(0)
            + 1;
    boolean last =
        verdict.kind() == Verdict.Kind.REFUSED || times >= TRIES_OF_A_FAILURE_THAT_MAY_PASS;
    session.set(
        session
            .flight()
            .refusing(
                new Refused(
                    change.fingerprint().name(), verdict.reason(), verdict.remedy(), times, last)));
    return last;
  }

  /**
   * Where there is nothing good to put back, the gateway was Failed before us. A failure that may
   * pass says nothing against the document, which is sent as it is: only a write repairs a gateway.
   */
  private static Snapshot nothing(Verdict verdict) {
    return new Snapshot(verdict.kind() != Verdict.Kind.REFUSED, new TreeMap<>());
  }

  private static void takeBack(Session session, Optional<Sent> sent, Verdict verdict) {
    Snapshot before =
        sent.map(of -> of.trial().snapshot())
            .filter(snapshot -> snapshot.usable() || verdict.kind() == Verdict.Kind.REFUSED)
            .orElseGet(() -> nothing(verdict));
    session.set(
        session
            .aftercare()
            .reversing(
                Optional.of(
                    new Reversal(
                        Sent.Kind.RESTORE,
                        before,
                        new TreeSet<>(),
                        "our change left the gateway Failed: " + verdict.reason(),
                        verdict.remedy(),
                        0))));
  }
}
