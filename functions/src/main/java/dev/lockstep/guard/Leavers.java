package dev.lockstep.guard;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.Observation;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Subject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Counts a binding's host names anew, from the changes and the observation alone: a guard that used
 * the planner's own count would share its mistakes.
 */
final class Leavers {
  private Leavers() {}

  /**
   * Host names of which something is removed and nothing is written; but not those that lose, say,
   * their redirect only: they keep a rule and their records.
   */
  static Set<HostName> of(Binding binding, Plan plan, PlanInput input) {
    Set<HostName> leaving = hosts(binding, plan, Change.Kind.REMOVE);
    leaving.removeAll(hosts(binding, plan, Change.Kind.ADD));
    leaving.removeAll(hosts(binding, plan, Change.Kind.UPDATE));
    Set<Subject> removed = removed(plan);
    Set<HostName> unrecorded =
        plan.changes().stream()
            .filter(change -> removed.contains(change.subject()))
            .filter(change -> change.subject() instanceof Subject.DnsRecord)
            .flatMap(change -> change.host().stream())
            .collect(Collectors.toSet());
    leaving.removeIf(
        host -> !unrecorded.contains(host) && keepsARule(host, removed, input.observation()));
    return leaving;
  }

  private static Set<Subject> removed(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.kind() == Change.Kind.REMOVE)
        .map(Change::subject)
        .collect(Collectors.toSet());
  }

  private static boolean keepsARule(HostName host, Set<Subject> removed, Observation seen) {
    return seen.owned().elements().entrySet().stream()
        .filter(entry -> entry.getValue().host().equals(Optional.of(host)))
        .map(Map.Entry::getKey)
        .filter(key -> key.collection().equals("requestRoutingRules"))
        .filter(key -> seen.gateway().asValue().flatMap(g -> g.element(key)).isPresent())
        .anyMatch(key -> !removed.contains(new Subject.GatewayElement(key)));
  }

  /**
   * Those of them that are on the gateway still and lose something there: a host name that stays
   * may lose a record set when another dns choice is made.
   */
  static Set<HostName> ofGateway(Binding binding, Plan plan, PlanInput input) {
    Set<HostName> leaving = of(binding, plan, input);
    leaving.retainAll(published(binding, input));
    leaving.retainAll(losingElements(plan));
    Set<Subject> removed = removed(plan);
    leaving.removeIf(host -> keepsARule(host, removed, input.observation()));
    return leaving;
  }

  private static Set<HostName> losingElements(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.kind() == Change.Kind.REMOVE)
        .filter(change -> change.subject() instanceof Subject.GatewayElement)
        .flatMap(change -> change.host().stream())
        .collect(Collectors.toSet());
  }

  /** Whether the plan removes a record set for the binding, whatever becomes of the host name. */
  static boolean takesRecords(Binding binding, Plan plan) {
    return plan.changes().stream()
        .anyMatch(
            change ->
                change.kind() == Change.Kind.REMOVE
                    && change.subject() instanceof Subject.DnsRecord
                    && change.binding().equals(binding.name()));
  }

  /** Host names of which a gateway element is ours. */
  static Set<HostName> published(Binding binding, PlanInput input) {
    Set<HostName> published = new TreeSet<>();
    input.observation().owned().elements().values().stream()
        .filter(owned -> owned.service().equals(binding.service()))
        .map(Owned::host)
        .flatMap(Optional::stream)
        .forEach(published::add);
    return published;
  }

  private static Set<HostName> hosts(Binding binding, Plan plan, Change.Kind kind) {
    Set<HostName> hosts = new TreeSet<>();
    plan.changes().stream()
        .filter(change -> change.kind() == kind && change.binding().equals(binding.name()))
        .map(Change::host)
        .flatMap(Optional::stream)
        .forEach(hosts::add);
    return hosts;
  }
}
