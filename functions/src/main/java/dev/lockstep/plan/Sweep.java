package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.OwnerRecord.Owned;
import java.util.HashSet;
import java.util.List;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out owned elements that host names share (certificates, roots, the port) once nothing
 * refers to them any more, provided that a binding of their service can be believed and may remove.
 */
final class Sweep {
  private final Estate estate;
  private final List<Source> sources;

  Sweep(Estate estate, List<Source> sources) {
    this.estate = estate;
    this.sources = sources;
  }

  /**
   * @param edit the document after all other changes
   * @param wanted what is wanted, in use or not
   */
  void of(GatewayEdit edit, Set<ElementKey> wanted) {
    List<ElementKey> shared =
        estate.owned().elements().entrySet().stream()
            .filter(entry -> entry.getValue().host().isEmpty())
            .map(Entry::getKey)
            .filter(key -> !wanted.contains(key))
            .toList();
    if (shared.isEmpty()) {
      return;
    }
    Set<ElementKey> used = new HashSet<>();
    edit.elements().forEach(e -> used.addAll(References.of(estate.document(), e)));
    for (ElementKey key : shared) {
      if (!used.contains(key)) {
        sweeper(estate.owned().of(key).orElseThrow())
            .ifPresent(binding -> edit.remove(key, binding, Reasons.unused()));
      }
    }
  }

  private Optional<String> sweeper(Owned owned) {
    return sources.stream()
        .filter(source -> !(source instanceof Source.Held))
        .map(Source::binding)
        .filter(binding -> binding.service().equals(owned.service()))
        .filter(binding -> binding.deletePolicy() == DeletePolicy.SYNC)
        .map(Binding::name)
        .findFirst();
  }
}
