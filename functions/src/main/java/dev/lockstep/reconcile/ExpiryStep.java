package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.Observation;
import dev.lockstep.model.Reading;
import dev.lockstep.plan.ExpiryNotice;
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
    Map<String, Told> told = new TreeMap<>();
    Map<String, Told> before = session.state().renewals().told();
    boolean asked =
        session
            .trigger()
            .cause()
            .filter(cause -> cause.kind() == Cause.Kind.CERTIFICATE_CHANGED)
            .isPresent();
    boolean complete = true;
    for (Binding binding : session.bindings()) {
      Optional<ApimService> service =
          Optional.ofNullable(seen.services().get(binding.service())).flatMap(Reading::asValue);
      complete = complete && service.isPresent();
      for (Endpoint endpoint : service.map(ApimService::endpoints).orElse(List.of())) {
        HostCertificates certificates = seen.certificates().get(endpoint.host());
        if (certificates == null || !binding.publishes(endpoint)) {
          continue;
        }
        for (ExpiryNotice notice : ExpiryNotices.of(binding, endpoint, certificates, seen.at())) {
          String key = endpoint.host().value() + " " + notice.where().wireName();
          Optional<Told> last = Optional.ofNullable(before.get(key));
          boolean now =
              !told.containsKey(key)
                  && (isNew(last, notice, session) || (asked && isBeforeThisRun(last, session)));
          if (now) {
            session.record().found(finding(endpoint, notice));
          }
          told.putIfAbsent(key, now ? told(notice, session) : last.orElseThrow());
        }
      }
    }
    if (!complete) {
      before.forEach(told::putIfAbsent);
    }
    session.set(session.state().renewals().telling(told));
  }

  private boolean isNew(Optional<Told> last, ExpiryNotice notice, Session session) {
    return last.filter(of -> of.stage().equals(notice.expiry().stage().name()))
        .filter(of -> of.ends().equals(notice.ends()))
        .filter(of -> of.at().plus(pace.remind()).isAfter(session.now()))
        .isEmpty();
  }

  private static boolean isBeforeThisRun(Optional<Told> last, Session session) {
    return last.filter(of -> !of.at().isBefore(session.lock().acquiredAt())).isEmpty();
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
