package dev.lockstep.reconcile;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.plan.BlockCode;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.References;
import dev.lockstep.plan.Subject;
import dev.lockstep.reconcile.state.Contest;
import dev.lockstep.reconcile.state.Contest.Made;
import dev.lockstep.reconcile.state.HeldBack;
import dev.lockstep.reconcile.state.HeldBack.Held;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.GatewayWrite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Nobody is fought (design 5.10): when the same change of an element took effect three times within
 * an hour and is wanted a fourth time, somebody else undoes it. Then the host names that it is for
 * are left alone until a person says so, or something else is wanted of them; all others go on.
 *
 * @param pace how often, within what time
 */
record Contests(Pace pace) {
  /** A change has taken effect. */
  void landed(Session session, Map<String, String> parts) {
    Instant now = session.now();
    session.set(
        session
            .aftercare()
            .with(session.aftercare().contest().landed(parts, now, now.minus(pace.contested()))));
  }

  /**
   * Looks at what a plan wants again.
   *
   * @return whether some host name is left alone from now on, so that the plan has to be made anew
   */
  boolean found(Session session, Plan plan) {
    Instant since = session.now().minus(pace.contested());
    Map<String, String> parts = Fingerprints.parts(plan);
    boolean held = false;
    for (Change change : plan.changes()) {
      if (change.subject() instanceof Subject.GatewayElement subject) {
        String element = subject.key().toString();
        String part = parts.get(element);
        Contest contest = session.aftercare().contest();
        if (!contest.row(element, part, since).isEmpty()) {
          session.set(session.aftercare().with(contest.undone(element, writer(session))));
        }
        List<Made> row = session.aftercare().contest().row(element, part, since);
        if (row.size() >= pace.contestedTimes()) {
          held |= leaveAlone(session, plan, subject.key(), row);
        }
      }
    }
    return held;
  }

  private static boolean leaveAlone(
      Session session, Plan plan, ElementKey element, List<Made> row) {
    HeldBack before = session.aftercare().heldBack();
    HeldBack after = before;
    Set<HostName> hosts = hosts(session, plan, element);
    for (HostName host : hosts) {
      if (!before.hosts().containsKey(host)) {
        after =
            after.with(
                host,
                new Held(
                    BlockCode.CONTESTED,
                    Desires.of(plan, host),
                    words(element, row),
                    session.now()));
      }
    }
    session.set(session.aftercare().with(after));
    return !after.equals(before);
  }

  private static String words(ElementKey element, List<Made> row) {
    Set<String> writers = new TreeSet<>();
    row.forEach(made -> made.undoneBy().ifPresent(writers::add));
    String by =
        writers.isEmpty()
            ? "by somebody whom no event names"
            : "by " + String.join(" and ", writers);
    return "the same change of "
        + element
        + " was made "
        + row.size()
        + " times lately and undone each time, "
        + by;
  }

  /** The host names of an element: its own, or all that use it. */
  private static Set<HostName> hosts(Session session, Plan plan, ElementKey element) {
    Set<HostName> hosts = new TreeSet<>();
    Optional<Owned> owned =
        plan.ownedAfter().of(element).or(() -> session.holdings().owned().of(element));
    owned.flatMap(Owned::host).ifPresent(hosts::add);
    if (hosts.isEmpty() && plan.gatewayBody().isPresent()) {
      GatewayDocument after = GatewayDocument.sharing(plan.gatewayBody().get());
      plan.ownedAfter()
          .elements()
          .forEach(
              (key, of) -> {
                Optional<Element> user = after.element(key);
                if (of.host().isPresent()
                    && user.isPresent()
                    && References.of(after, user.get()).contains(element)) {
                  hosts.add(of.host().get());
                }
              });
    }
    return hosts;
  }

  /** Who else wrote the gateway, as far as the event that started this run tells. */
  private static Optional<String> writer(Session session) {
    Optional<dev.lockstep.signal.Writer> self = session.self();
    return session
        .trigger()
        .cause()
        .flatMap(Cause::write)
        .map(GatewayWrite::writer)
        .filter(writer -> self.filter(writer::isSame).isEmpty())
        .map(dev.lockstep.signal.Writer::toString);
  }
}
