package dev.lockstep.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bindings that may not change anything for now. Such a binding contributes what it owns as it
 * stands; its neighbours on the gateway go on.
 *
 * @param unconfirmed bindings whose changes wait for a person's word
 * @param frozen bindings that nobody may change for a while, each with the reason in words
 */
public record Restraint(SortedSet<String> unconfirmed, SortedMap<String, String> frozen) {
  /** Nothing is held. */
  public static final Restraint NONE = new Restraint(Set.of(), Map.of());

  public Restraint {
    unconfirmed = Collections.unmodifiableSortedSet(new TreeSet<>(unconfirmed));
    frozen = Collections.unmodifiableSortedMap(new TreeMap<>(frozen));
  }

  /** A restraint of these bindings, by name. */
  public Restraint(Collection<String> unconfirmed, Map<String, String> frozen) {
    this((SortedSet<String>) new TreeSet<>(unconfirmed), new TreeMap<>(frozen));
  }

  /** Whether the binding of that name may not change anything. */
  public boolean holds(String binding) {
    return unconfirmed.contains(binding) || frozen.containsKey(binding);
  }

  /** The same with other bindings waiting for a person's word. */
  Restraint withUnconfirmed(Collection<String> bindings) {
    return new Restraint(bindings, frozen);
  }
}
