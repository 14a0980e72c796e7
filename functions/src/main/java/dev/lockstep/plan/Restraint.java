package dev.lockstep.plan;

import dev.lockstep.model.HostName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Bindings and host names of which nothing may be changed for now. They contribute what they own as
 * it stands; their neighbours on the gateway go on.
 *
 * @param unconfirmed bindings whose changes wait for a person's word
 * @param frozen bindings that nobody may change for a while, each with the reason in words
 * @param hosts host names that are left alone, each with the reason
 * @param keepsRoots whether no setting may lose a trusted root: certificates are being renewed, and
 *     what is seen of them at one moment is not all there is
 */
public record Restraint(
    SortedSet<String> unconfirmed,
    SortedMap<String, String> frozen,
    SortedMap<HostName, Withheld> hosts,
    boolean keepsRoots) {
  /** Nothing is held. */
  public static final Restraint NONE = new Restraint(Set.of(), Map.of());

  public Restraint {
    unconfirmed = Collections.unmodifiableSortedSet(new TreeSet<>(unconfirmed));
    frozen = Collections.unmodifiableSortedMap(new TreeMap<>(frozen));
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /** A restraint of these bindings, by name. */
  public Restraint(Collection<String> unconfirmed, Map<String, String> frozen) {
    this(new TreeSet<>(unconfirmed), new TreeMap<>(frozen), new TreeMap<>(), false);
  }

  /** Whether the binding of that name may not change anything. */
  public boolean holds(String binding) {
    return unconfirmed.contains(binding) || frozen.containsKey(binding);
  }

  /** The same with other bindings waiting for a person's word. */
  Restraint withUnconfirmed(Collection<String> bindings) {
    return new Restraint(new TreeSet<>(bindings), frozen, hosts, keepsRoots);
  }

  /** The same with other frozen bindings. */
  Restraint withFrozen(Map<String, String> bindings) {
    return new Restraint(unconfirmed, new TreeMap<>(bindings), hosts, keepsRoots);
  }

  /** The same with other host names that are left alone. */
  public Restraint withHosts(Map<HostName, Withheld> others) {
    return new Restraint(unconfirmed, frozen, new TreeMap<>(others), keepsRoots);
  }

  /** The same while certificates are being renewed, or not. */
  Restraint keepingRoots(boolean keeps) {
    return new Restraint(unconfirmed, frozen, hosts, keeps);
  }
}
