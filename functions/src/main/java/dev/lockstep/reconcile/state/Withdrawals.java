package dev.lockstep.reconcile.state;

import dev.lockstep.model.Binding;
import dev.lockstep.model.HostName;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Withdrawn;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What persons have taken back: it is not published, though a service lists it, until a person says
 * otherwise. Nothing else lifts it: a service that stops listing a host name for a moment would
 * bring it back.
 *
 * @param hosts host names that are not published, each with whose word it is
 * @param services ids of services of which nothing is published, lower case
 */
public record Withdrawals(SortedMap<HostName, Word> hosts, SortedMap<String, Word> services) {
  /** Nothing is withdrawn. */
  public static final Withdrawals NONE = new Withdrawals(Map.of(), Map.of());

  public Withdrawals {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
    services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
  }

  /** Withdrawals of these host names and services. */
  public Withdrawals(Map<HostName, Word> hosts, Map<String, Word> services) {
    this((SortedMap<HostName, Word>) new TreeMap<>(hosts), new TreeMap<>(services));
  }

  /** The same with one host name more. */
  public Withdrawals with(HostName host, Word word) {
    Map<HostName, Word> more = new TreeMap<>(hosts);
    more.putIfAbsent(host, word);
    return new Withdrawals(more, services);
  }

  /** The same with all of a service. */
  public Withdrawals with(ResourceId service, Word word) {
    Map<String, Word> more = new TreeMap<>(services);
    more.putIfAbsent(service.key(), word);
    return new Withdrawals(hosts, more);
  }

  /** The same without a host name. */
  public Withdrawals without(HostName host) {
    Map<HostName, Word> fewer = new TreeMap<>(hosts);
    fewer.remove(host);
    return new Withdrawals(fewer, services);
  }

  /** The same without a service. */
  public Withdrawals without(ResourceId service) {
    Map<String, Word> fewer = new TreeMap<>(services);
    fewer.remove(service.key());
    return new Withdrawals(hosts, fewer);
  }

  /** The bindings with what is withdrawn of each. */
  public List<Binding> on(List<Binding> bindings) {
    return equals(NONE)
        ? bindings
        : bindings.stream()
            .map(
                binding ->
                    binding.withWithdrawn(
                        new Withdrawn(
                            services.containsKey(binding.service().key()), hosts.keySet())))
            .toList();
  }

  /**
   * A person's word.
   *
   * @param who whose: the kind of key, or an object id
   * @param at when
   */
  public record Word(String who, Instant at) {}
}
