package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What this installation looks after: all bindings, by target.
 *
 * @param instance this installation
 * @param targets the bindings of each target, in the order of the configuration
 */
public record Estate(InstanceId instance, SortedMap<TargetId, List<Binding>> targets) {
  public Estate {
    targets = Collections.unmodifiableSortedMap(new TreeMap<>(targets));
  }

  /** The estate of these bindings. */
  public static Estate of(InstanceId instance, List<Binding> bindings) {
    TreeMap<TargetId, List<Binding>> targets = new TreeMap<>();
    bindings.forEach(
        binding -> targets.computeIfAbsent(binding.target(), t -> new ArrayList<>()).add(binding));
    targets.replaceAll((target, list) -> List.copyOf(list));
    return new Estate(instance, targets);
  }

  /** The bindings of other targets before a service that one of these bindings names. */
  public List<Binding> neighbours(List<Binding> bindings) {
    Set<ResourceId> services = bindings.stream().map(Binding::service).collect(Collectors.toSet());
    Set<TargetId> own = bindings.stream().map(Binding::target).collect(Collectors.toSet());
    return targets.entrySet().stream()
        .filter(entry -> !own.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .filter(binding -> services.contains(binding.service()))
        .toList();
  }

  /** All bindings that name the target's gateway; empty when none does. */
  public Optional<List<Binding>> bindings(TargetId target) {
    return Optional.ofNullable(targets.get(target));
  }
}
