package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.Observation;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.ExpiryNotice;
import dev.lockstep.plan.ExpiryNotice.Where;
import dev.lockstep.plan.ExpiryNotices;
import dev.lockstep.reconcile.state.Renewals.Told;
import dev.lockstep.signal.Cause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tells a person of certificates that end soon: when that begins, when it becomes more pressing,
 * once a day, and whenever the vault says something. The plan warns of them all the time.
 *
 * @param pace how often
 */
record ExpiryStep(RenewalPace pace) {
  void observe(Session session, Observation seen) {
    Map<String, Told> before = session.state().renewals().told();
    Map<String, Told> told = new TreeMap<>();
    boolean complete = true;
    for (Binding binding : session.bindings()) {
      Optional<ApimService> service =
          Optional.ofNullable(seen.services().get(binding.service())).flatMap(Reading::asValue);
      complete = complete && service.isPresent();
      service.map(ApimService::endpoints).orElse(List.of()).stream()
          .filter(binding::publishes)
          .filter(endpoint -> seen.certificates().containsKey(endpoint.host()))
          .forEach(endpoint -> tell(session, seen, binding, endpoint, told));
    }
    if (!complete) {
      before.forEach(told::putIfAbsent);
    }
    session.set(session.state().renewals().telling(told));
  }

  private void tell(
      Session session,
      Observation seen,
      Binding binding,
      Endpoint endpoint,
      Map<String, Told> told) {
    Map<String, Told> before = session.state().renewals().told();
    HostCertificates certificates = seen.certificates().get(endpoint.host());
    for (ExpiryNotice notice : ExpiryNotices.of(binding, endpoint, certificates, seen.at())) {
      String key = key(endpoint, notice.where());
      if (told.containsKey(key)) {
        continue; // Another place of the same: one finding is enough.
      }
      Optional<Told> last =
          Optional.ofNullable(before.get(key)).filter(of -> !isDue(of, notice, session));
      if (last.isEmpty()) {
        session.record().found(finding(endpoint, notice));
      }
      told.put(key, last.orElseGet(() -> told(notice, session)));
    }
    // What cannot be seen in this run is not told anew when it can be seen again.
    for (Where where : Where.values()) {
      Optional.ofNullable(before.get(key(endpoint, where)))
          .filter(last -> isUnread(where, certificates))
          .ifPresent(last -> told.putIfAbsent(key(endpoint, where), last));
    }
  }

  private static String key(Endpoint endpoint, Where where) {
    return endpoint.host().value() + " " + where.wireName();
  }

  private static boolean isUnread(Where where, HostCertificates seen) {
    return switch (where) {
      case VAULT -> seen.newest().flatMap(Reading::asFailure).isPresent();
      case LISTENER -> seen.served().stream().anyMatch(look -> look.leaf().isEmpty());
      case SERVICE -> seen.presented().stream().anyMatch(look -> look.leaf().isEmpty());
    };
  }

  private boolean isDue(Told last, ExpiryNotice notice, Session session) {
    boolean another =
        !last.stage().equals(notice.expiry().stage().name()) || !last.ends().equals(notice.ends());
    boolean asked =
        session
            .trigger()
            .cause()
            .filter(cause -> cause.kind() == Cause.Kind.CERTIFICATE_CHANGED)
            .isPresent();
    return another
        || !last.at().plus(pace.remind()).isAfter(session.now())
        || (asked && last.at().isBefore(session.lock().acquiredAt()));
  }

  private static Told told(ExpiryNotice notice, Session session) {
    return new Told(notice.expiry().stage().name(), notice.ends(), session.now());
  }

  private static Finding finding(Endpoint endpoint, ExpiryNotice notice) {
    long days = notice.expiry().daysLeft();
    return new Finding(
        notice.isOver() ? FindingCode.CERTIFICATE_EXPIRED : FindingCode.CERTIFICATE_EXPIRING,
        "%s: %s is stale, %s: %s"
            .formatted(
                endpoint.host().shown(),
                "the " + notice.where().wireName(),
                notice.isOver() ? "over" : days + (days == 1 ? " day left" : " days left"),
                notice.message()),
        notice.remedy());
  }
}
