package dev.lockstep.reconcile;

import dev.lockstep.model.ApimService;
import dev.lockstep.model.Binding;
import dev.lockstep.model.Endpoint;
import dev.lockstep.model.HostCertificates;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.Reading;
import dev.lockstep.reconcile.state.Renewal;
import dev.lockstep.reconcile.state.Renewal.Side;
import dev.lockstep.reconcile.state.Renewal.View;
import dev.lockstep.reconcile.state.Renewals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices renewals, and that they are followed. Pure.
 *
 * <pre>
 * before   | in the vault          | presented             | then
 * ---------+-----------------------+-----------------------+---------------------------------------
 * none     | as when last read, or | the newest, or not    | nothing
 *          | never read before     | seen                  |
 * none     | any                   | something else        | noticed
 * none     | another version       | any                   | noticed
 * open     | yet another version   | any                   | noticed anew: the time begins again
 * open     | the wanted one        | the newest everywhere | over, once it was seen for two minutes
 * open     | the wanted one        | nobody answers, in 7  | unverifiable: no look any more
 *          |                       | looks                 |
 * open     | the wanted one        | something else        | open; after a day a person is told
 * open     | not read              | any                   | as before
 * any      | the host name is not published any more       | forgotten
 * </pre>
 *
 * @param pace how often, and how long
 */
record RenewalWatch(RenewalPace pace) {
  Renewals next(Renewals before, List<Binding> bindings, Observation seen) {
    ListenerPlaces places = new ListenerPlaces(seen);
    Map<HostName, String> newest = new TreeMap<>();
    Map<HostName, Renewal> open = new TreeMap<>();
    boolean complete = true;
    for (Binding binding : bindings) {
      Optional<ApimService> service =
          Optional.ofNullable(seen.services().get(binding.service())).flatMap(Reading::asValue);
      complete = complete && service.isPresent();
      for (Endpoint endpoint : service.map(ApimService::endpoints).orElse(List.of())) {
        HostName host = endpoint.host();
        HostCertificates certificates = seen.certificates().get(host);
        if (certificates == null || !binding.publishes(endpoint) || places.of(host).isEmpty()) {
          continue;
        }
        RenewalSight sight = RenewalSight.of(certificates);
        Optional<String> known = Optional.ofNullable(before.newest().get(host));
        sight.wanted().or(() -> known).ifPresent(thumbprint -> newest.put(host, thumbprint));
        next(Optional.ofNullable(before.open().get(host)), known, sight, seen.at())
            .ifPresent(renewal -> open.put(host, renewal));
      }
    }
    if (!complete) {
      before.newest().forEach(newest::putIfAbsent);
      before.open().forEach(open::putIfAbsent);
    }
    return new Renewals(newest, open, before.told());
  }

  private Optional<Renewal> next(
      Optional<Renewal> before, Optional<String> known, RenewalSight sight, Instant at) {
    if (sight.wanted().isEmpty()) {
      return before.map(renewal -> looked(renewal, renewal.listener(), renewal.service(), at));
    }
    String wanted = sight.wanted().get();
    if (before.filter(renewal -> renewal.wanted().equals(wanted)).isEmpty()) {
      boolean changed = known.filter(last -> !last.equals(wanted)).isPresent();
      boolean begins = before.isPresent() || changed || sight.isStale();
      return begins ? Optional.of(noticed(wanted, changed, sight, at)) : Optional.empty();
    }
    Renewal renewal = before.get();
    boolean look = isDue(renewal, at);
    Renewal next =
        looked(
            renewal,
            renewal.listener().seeing(sight.listener(), look),
            renewal.service().seeing(sight.service(), look),
            at);
    boolean settled =
        next.followsSince().filter(since -> !at.isBefore(since.plus(pace.settle()))).isPresent();
    return Optional.of(next).filter(open -> !settled);
  }

  private Renewal noticed(String wanted, boolean sure, RenewalSight sight, Instant at) {
    return new Renewal(
        wanted,
        at,
        at.plus(pace.deadline()),
        sure,
        false,
        false,
        first(sight.listener()),
        first(sight.service()),
        Optional.of(at).filter(now -> follows(first(sight.listener()), first(sight.service()))),
        false,
        0,
        at.plus(pace.lookAfter(0)),
        Optional.empty());
  }

  private static Side first(View view) {
    return new Side(View.NONE, 0).seeing(view, true);
  }

  private static boolean isDue(Renewal renewal, Instant at) {
    return !at.isBefore(renewal.nextLook());
  }

  private Renewal looked(Renewal before, Side listener, Side service, Instant at) {
    boolean follows = follows(listener, service);
    // It has followed and does not: one of several instances has, and the others are about to.
    boolean wavers = before.followsSince().isPresent() && !follows;
    int looks = wavers ? 0 : before.looks() + (isDue(before, at) ? 1 : 0);
    Optional<Instant> since =
        follows ? before.followsSince().or(() -> Optional.of(at)) : Optional.empty();
    Instant next = isDue(before, at) ? at.plus(pace.lookAfter(looks)) : before.nextLook();
    // What follows at last, or begins to, is looked at closely for a moment.
    Instant soon = at.plus(pace.lookAfter(0));
    return new Renewal(
        before.wanted(),
        before.since(),
        before.deadline(),
        before.sure(),
        before.written(),
        before.nudged(),
        listener,
        service,
        since,
        isHopeless(listener, service),
        looks,
        (follows || wavers) && soon.isBefore(next) ? soon : next,
        before.told());
  }

  private static boolean follows(Side listener, Side service) {
    return listener.isDone() && service.isDone();
  }

  private boolean isHopeless(Side listener, Side service) {
    return (listener.isDone() || isUnseen(listener))
        && (service.isDone() || isUnseen(service))
        && !follows(listener, service);
  }

  private boolean isUnseen(Side side) {
    return side.view() == View.UNSEEN && side.unseen() >= pace.unseenLooks();
  }
}
