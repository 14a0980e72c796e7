package dev.lockstep.reconcile;

import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.reconcile.state.Nudges;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.state.Renewal.View;
import dev.lockstep.reconcile.state.Renewals;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run does about certificates that were renewed: it says so, and has the gateway read the
 * vault now. Trust comes first: that is the plan's own change, and does for a nudge.
 *
 * <pre>
 * the listener    | the plan writes the | a change sent    | nudged since, or in | then
 *                 | gateway             | since took effect| the last six hours  |
 * ----------------+---------------------+------------------+---------------------+-----------------
 * follows         | any                 | any              | any                 | nothing
 * does not, or is | yes                 | any              | any                 | that change does
 * not seen        | no                  | yes              | any                 | it is waited for
 *                 | no                  | no               | yes                 | it is waited for
 *                 | no                  | no               | no                  | a nudge
 * </pre>
 *
 * A listener that presents something else though the vault is not known to have changed may be new:
 * its gateway gets the time until the first look. A version that no gateway can serve (disabled, of
 * another form, with a key that cannot leave the vault) is never nudged in: the plan warns of it.
 *
 * @param pace how rarely
 */
record RenewalStep(RenewalPace pace) {
  /** Remembers what was seen of renewals, and tells what is new about them. */
  void observe(Session session, Renewals next, Observation seen) {
    Renewals before = session.state().renewals();
    Map<HostName, Renewal> open = new TreeMap<>();
    RenewalWords words = new RenewalWords(seen);
    next.open()
        .forEach(
            (host, renewal) -> {
              Renewal now = writing(session, renewal);
              Optional<Renewal> last = Optional.ofNullable(before.open().get(host));
              if (last.filter(was -> was.wanted().equals(now.wanted())).isEmpty()) {
                session.record().note(words.noticed(host, now));
              }
              open.put(host, tell(session, host, last, now, words));
            });
    before
        .open()
        .forEach(
            (host, renewal) -> {
              if (!open.containsKey(host)) {
                session.record().note(RenewalWords.over(host, renewal, session.now()));
              }
            });
    session.set(next.opening(open));
  }

  private static Renewal writing(Session session, Renewal renewal) {
    // One sent before may have read the vault before.
    boolean change =
        session.flight().landed().stream().anyMatch(put -> !put.sent().isBefore(renewal.since()));
    Nudges nudges = session.aftercare().nudges();
    boolean nudge = nudges.last().filter(at -> !at.isBefore(renewal.since())).isPresent();
    return renewal.writing(change, nudge);
  }

  private Renewal tell(
      Session session, HostName host, Optional<Renewal> last, Renewal now, RenewalWords words) {
    if (now.unverifiable()) {
      if (last.filter(Renewal::unverifiable).isEmpty()) {
        session.record().found(words.unverifiable(host, now));
      }
      return now;
    }
    boolean late = !session.now().isBefore(now.deadline());
    boolean again =
        now.told().filter(at -> at.plus(pace.remind()).isAfter(session.now())).isEmpty();
    if (!late || !again) {
      return now;
    }
    session.record().found(words.stalled(host, now));
    return now.toldAt(session.now());
  }

  /** Wants a nudge where it is due; the plan has nothing to write. */
  void nudge(Session session, Observation seen) {
    Map<HostName, Renewal> open = new TreeMap<>();
    session
        .state()
        .renewals()
        .open()
        .forEach((host, renewal) -> open.put(host, writing(session, renewal)));
    session.set(session.state().renewals().opening(open));
    String hosts =
        open.entrySet().stream()
            .filter(entry -> wants(session, entry.getValue()))
            .filter(entry -> isUsable(entry.getKey(), seen))
            .map(entry -> entry.getKey().shown())
            .collect(Collectors.joining(", "));
    if (!hosts.isEmpty() && session.aftercare().nudges().wish().isEmpty() && mayNudge(session)) {
      Nudger.wish(session, "the certificate of " + hosts + " was renewed in the vault");
    }
  }

  private static boolean isUsable(HostName host, Observation seen) {
    return Optional.ofNullable(seen.certificates().get(host))
        .filter(certificates -> RenewalSight.isUsable(host, certificates, seen.at()))
        .isPresent();
  }

  private static boolean wants(Session session, Renewal renewal) {
    View listener = renewal.listener().view();
    return (listener == View.STALE || listener == View.UNSEEN)
        && !renewal.written()
        && !renewal.nudged()
        && renewal.isCertain()
        && renewal.isUnderWay(session.now());
  }

  private boolean mayNudge(Session session) {
    Duration every = pace.nudge();
    return session
        .aftercare()
        .nudges()
        .last()
        .filter(at -> at.plus(every).isAfter(session.now()))
        .isEmpty();
  }
}
