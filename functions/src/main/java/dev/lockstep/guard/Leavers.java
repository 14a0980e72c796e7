package dev.lockstep.guard;

import dev.lockstep.desire.OwnerMark;
import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.model.Zone;
import dev.lockstep.plan.Change;
import dev.lockstep.plan.Plan;
import dev.lockstep.plan.PlanInput;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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

  /** Host names of which an element or a record set is ours. */
  static Set<HostName> published(Binding binding, PlanInput input) {
    Set<HostName> published = new TreeSet<>();
    input.observation().owned().elements().values().stream()
        .filter(owned -> owned.service().equals(binding.service()))
        .map(Owned::host)
        .flatMap(Optional::stream)
        .forEach(published::add);
    OwnerMark mark = new OwnerMark(binding.service(), input.instance());
    binding.zones().stream()
        .map(input.observation().zones()::get)
        .filter(Objects::nonNull)
        .map(Reading::asValue)
        .flatMap(Optional::stream)
        .forEach(zone -> addMarked(zone, mark, published));
    return published;
  }

  private static void addMarked(Zone zone, OwnerMark mark, Set<HostName> published) {
    zone.records().stream()
        .filter(record -> record.type().equals("A") && mark.owns(record))
        .map(r -> r.name().equals("@") ? zone.name() : r.name() + "." + zone.name())
        .map(HostName::tryParse)
        .flatMap(Optional::stream)
        .forEach(published::add);
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
