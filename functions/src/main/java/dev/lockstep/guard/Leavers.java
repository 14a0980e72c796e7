package dev.lockstep.guard;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import dev.lockstep.plan.Subject;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts a binding's host names anew, from the changes and the observation alone: a guard that used
 * the planner's own count would share its mistakes.
 */
final class Leavers {
  private Leavers() {}

  /** Host names of which something is removed and nothing is written. */
  static Set<HostName> of(Binding binding, Plan plan) {
    Set<HostName> leaving = hosts(binding, plan, Change.Kind.REMOVE);
    leaving.removeAll(hosts(binding, plan, Change.Kind.ADD));
    leaving.removeAll(hosts(binding, plan, Change.Kind.UPDATE));
    return leaving;
  }

  /**
   * Those of them that are on the gateway still and lose something there: a host name that stays
   * may lose a record set when another dns choice is made.
   */
  static Set<HostName> ofGateway(Binding binding, Plan plan, PlanInput input) {
    Set<HostName> leaving = of(binding, plan);
    leaving.retainAll(published(binding, input));
    leaving.retainAll(
        hosts(
            plan.changes().stream()
                .filter(change -> change.subject() instanceof Subject.GatewayElement)
                .filter(change -> change.kind() == Change.Kind.REMOVE)));
    return leaving;
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
    return hosts(
        plan.changes().stream()
            .filter(change -> change.kind() == kind && change.binding().equals(binding.name())));
  }

  private static Set<HostName> hosts(Stream<Change> changes) {
    return changes
        .flatMap(change -> change.host().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
