package dev.lockstep.reconcile;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.HostName;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.Snapshot;
import dev.lockstep.plan.Subject;
import dev.lockstep.reconcile.state.Fingerprint;
import dev.lockstep.reconcile.state.Sent;
import dev.lockstep.reconcile.state.Trial;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One gateway PUT, and what is remembered with its intent.
 *
 * @param plan holds the document
 * @param fingerprint names the change
 * @param sent what it is for
 */
record Consignment(Plan plan, Fingerprint fingerprint, Sent sent) {
  /** A plan's gateway change. */
  static Consignment ofPlan(Session session, Plan plan, GatewayDocument planned) {
    Fingerprint fingerprint = Fingerprints.of(plan).orElseThrow();
    return new Consignment(
        plan,
        fingerprint,
        new Sent(
            Sent.Kind.CHANGE,
            fingerprint.name(),
            "plan " + plan.hash(),
            trial(session, plan, planned),
            Fingerprints.parts(plan)));
  }

  /** A document that no plan asked for. */
  static Consignment errand(Sent.Kind kind, Plan plan, String why) {
    Fingerprint fingerprint = Fingerprints.ofErrand(kind.name(), plan);
    return new Consignment(
        plan,
        fingerprint,
        new Sent(kind, fingerprint.name(), why, Trial.NONE, Fingerprints.parts(plan)));
  }

  /** Whether this is a plan's change. */
  boolean isChange() {
    return sent.kind() == Sent.Kind.CHANGE;
  }

  /** The pairs whose health the plan may move. */
  static List<BackendPair> touched(Plan plan) {
    Set<ElementKey> changed = changed(plan);
    return BackendPair.in(
            GatewayDocument.sharing(plan.gatewayBody().orElseThrow()), plan.ownedAfter())
        .values()
        .stream()
        .filter(pair -> pair.elements().stream().anyMatch(changed::contains))
        .toList();
  }

  private static Set<ElementKey> changed(Plan plan) {
    Set<ElementKey> changed = new TreeSet<>();
    plan.changes().stream()
        .filter(change -> change.kind() != Change.Kind.REMOVE)
        .map(Change::subject)
        .filter(Subject.GatewayElement.class::isInstance)
        .forEach(subject -> changed.add(((Subject.GatewayElement) subject).key()));
    return changed;
  }

  private static Trial trial(Session session, Plan plan, GatewayDocument planned) {
    Set<String> healthy = Baseline.healthy(session);
    Map<String, BackendPair> live = BackendPair.in(planned, session.holdings().owned());
    SortedMap<String, Trial.Pair> pairs = new TreeMap<>();
    List<BackendPair> touched = touched(plan);
    touched.forEach(
        pair ->
            pairs.put(
                pair.name(),
                new Trial.Pair(
                    pair.host(),
                    live.containsKey(pair.name()) && healthy.contains(pair.name()),
                    java.util.Optional.empty())));
    SortedMap<HostName, String> desired = new TreeMap<>(Desires.of(plan));
    Set<HostName> written = new TreeSet<>();
    plan.changes().forEach(change -> change.host().ifPresent(written::add));
    touched.forEach(pair -> written.add(pair.host()));
    desired.keySet().retainAll(written);
    return new Trial(
        Snapshot.of(planned, session.holdings().owned(), plan),
        desired,
        pairs,
        touched.stream()
            .map(BackendPair::patience)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO));
  }
}
