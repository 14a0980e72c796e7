package dev.lockstep.signal;

import dev.lockstep.model.Binding;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.TargetId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which target depends on what, by configuration alone. Ids are compared without case, and a
 * resource below a bound one counts as the bound one.
 */
public final class Targets {
  private final List<Binding> bindings;

  private Targets(Collection<Binding> bindings) {
    this.bindings = List.copyOf(bindings);
  }

  /** An index of these bindings. */
  public static Targets of(Collection<Binding> bindings) {
    return new Targets(bindings);
  }

  /** Every target, in the order of its id. */
  public SortedSet<TargetId> all() {
    return where(binding -> true);
  }

  /** The targets that publish the service. */
  SortedSet<TargetId> ofService(ResourceId id) {
    return where(binding -> isWithin(id, binding.service()));
  }

  /** The target of the gateway. */
  SortedSet<TargetId> ofGateway(ResourceId id) {
    return where(binding -> isWithin(id, binding.gateway()));
  }

  /** The targets with records in the zone. */
  SortedSet<TargetId> ofZone(ResourceId id) {
    return where(binding -> binding.zones().stream().anyMatch(zone -> isWithin(id, zone)));
  }

  /**
   * The targets that an alert on this id is about: the id of a gateway or service, of something
   * below it, or of a scope that holds it, such as its resource group.
   */
  SortedSet<TargetId> aroundAlert(ResourceId id) {
    return where(
        binding ->
            Stream.of(binding.gateway(), binding.service())
                .anyMatch(bound -> isWithin(id, bound) || isWithin(bound, id)));
  }

  /** The vault objects that the configuration names for this target. */
  Set<VaultObject> configuredCertificates(TargetId target) {
    return bindings.stream()
        .filter(binding -> binding.target().equals(target))
        .flatMap(binding -> binding.certificates().values().stream())
        .flatMap(id -> VaultObject.fromId(id).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private SortedSet<TargetId> where(Predicate<Binding> condition) {
    return bindings.stream()
        .filter(condition)
        .map(Binding::target)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isWithin(ResourceId id, ResourceId scope) {
    return id.equals(scope) || id.key().startsWith(scope.key() + "/");
  }
}
