package dev.lockstep.reconcile;

import dev.lockstep.model.Binding;
import dev.lockstep.model.InstanceId;
import dev.lockstep.model.TargetId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

  /** All bindings that name the target's gateway; empty when none does. */
  public Optional<List<Binding>> bindings(TargetId target) {
    return Optional.ofNullable(targets.get(target));
  }
}
