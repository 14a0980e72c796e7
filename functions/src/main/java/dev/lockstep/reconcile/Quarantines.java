package dev.lockstep.reconcile;

import dev.lockstep.model.HostName;
import dev.lockstep.plan.Attribution;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Quarantine;
import dev.lockstep.plan.Quarantine.Entry;
import dev.lockstep.plan.Subject.GatewayElement;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Flight;
import dev.lockstep.reconcile.state.Flight.Refused;
import dev.lockstep.signal.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Predicate;

/**
 * Puts an endpoint whose elements were refused in quarantine, so that the rest goes on (design
 * 5.6), and lets it out again. A refusal that names no endpoint of ours stays what it is: the same
 * change is not sent again.
 */
final class Quarantines {
  private Quarantines() {}

  /**
   * What follows a refusal: a plan without the endpoints that it names, or the end of the run.
   *
   * @param made the plan that was refused, or the one on what it left behind
   * @param outcome how the run would end
   * @param settled whether the gateway can be written at once; one that was left Failed cannot
   */
  static Step after(Session session, Planning.Made made, Outcome outcome, boolean settled) {
    Optional<Refused> refused =
        session.flight().refused().filter(Refused::last).filter(r -> isOf(r, made.plan()));
    if (!(outcome instanceof Outcome.Failed) || refused.isEmpty()) {
      return new Step.End(outcome);
    }
    SortedMap<HostName, Entry> named = Attribution.of(made.input(), refused.get().reason());
    if (named.isEmpty()) {
      return new Step.End(outcome);
    }
    Quarantine quarantine = session.writing().quarantine().adding(named);
    session.set(session.writing().with(quarantine));
    named.forEach((host, entry) -> session.record().found(finding(host, entry, refused.get())));
    return settled ? new Step.Again("endpoints were put in quarantine") : new Step.End(outcome);
  }

  private static boolean isOf(Refused refused, Plan plan) {
    Optional<Fingerprint> change = Fingerprints.of(plan);
    return change.isEmpty() || change.get().name().equals(refused.fingerprint());
  }

  private static Finding finding(HostName host, Entry entry, Refused refused) {
    return new Finding(
        FindingCode.QUARANTINED,
        host + " is in quarantine and keeps what it has: " + entry.reason(),
        refused.remedy() + " Then resync with retry=" + entry.hash() + ".");
  }

  /** Forgets host names of which something else is wanted now. */
  static void forgetOthers(Session session, Plan shown) {
    List<HostName> changing =
        shown.changes().stream()
            .filter(change -> change.subject() instanceof GatewayElement)
            .flatMap(change -> change.host().stream())
            .distinct()
            .toList();
    session.set(session.writing().with(session.writing().quarantine().without(changing)));
  }

  /** Lets out what the run's cause may have cured. */
  static void release(Session session) {
    session.trigger().cause().ifPresent(cause -> release(session, entry -> isCured(entry, cause)));
  }

  /** Lets out those with that hash; says whether there were any. */
  static boolean release(Session session, Predicate<Entry> which) {
    Quarantine quarantine = session.writing().quarantine();
    List<HostName> released =
        quarantine.hosts().entrySet().stream()
            .filter(entry -> which.test(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (released.isEmpty()) {
      return false;
    }
    session.record().note("tried again: " + released);
    session.set(session.writing().with(quarantine.without(released)));
    Flight flight = session.flight();
    session.set(new Flight(flight.inFlight(), Optional.empty(), flight.landed()));
    return true;
  }

  /** Whether a cause tells that the secret, or its vault, has changed. */
  static boolean isCured(Entry entry, Cause cause) {
    if (cause.kind() != Cause.Kind.CERTIFICATE_CHANGED || entry.secret().isEmpty()) {
      return false;
    }
    String secret = entry.secret().get();
    String vault = secret.substring(0, secret.indexOf('/'));
    String detail = cause.detail().toLowerCase(Locale.ROOT);
    return detail.endsWith(": " + secret) || detail.endsWith(": " + vault);
  }
}
