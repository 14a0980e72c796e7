package dev.lockstep.plan;

import dev.lockstep.desire.Site;
import dev.lockstep.model.HostName;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Host names whose elements the service refused, each by what was desired of it. It keeps what it
 * has, and the rest of the gateway goes on.
 *
 * <pre>
 * host name in it | what is desired of it  | then
 * ----------------+------------------------+---------------------------------------------------
 * no              | any                    | published as ever
 * yes             | what was refused       | blocked; its elements stay as they are, or do not come;
 *                 |                        | where they are there, its record sets go on
 * yes             | anything else          | published as ever; it leaves the quarantine
 * yes             | nothing, it has left   | removed as ever; it leaves the quarantine
 * </pre>
 *
 * @param hosts what was refused, by host name
 */
public record Quarantine(SortedMap<HostName, Entry> hosts) {
  /** Nobody is in it. */
  public static final Quarantine NONE = new Quarantine(new TreeMap<>());

  public Quarantine {
    hosts = Collections.unmodifiableSortedMap(new TreeMap<>(hosts));
  }

  /** A quarantine of these host names. */
  public static Quarantine of(Map<HostName, Entry> hosts) {
    return new Quarantine(new TreeMap<>(hosts));
  }

  /** Whether what is desired is what was refused. */
  boolean holds(Site site) {
    return Optional.ofNullable(hosts.get(site.host()))
        .filter(entry -> entry.hash().equals(Attribution.hash(site)))
        .isPresent();
  }

  /** The same with more host names in it. */
  public Quarantine adding(Map<HostName, Entry> more) {
    TreeMap<HostName, Entry> all = new TreeMap<>(hosts);
    all.putAll(more);
    return new Quarantine(all);
  }

  /** The same without these host names. */
  public Quarantine without(Collection<HostName> released) {
    TreeMap<HostName, Entry> left = new TreeMap<>(hosts);
    left.keySet().removeAll(released);
    return new Quarantine(left);
  }

  /**
   * What was refused.
   *
   * @param hash names what was desired of the host name, 16 hex digits
   * @param secret the certificate's place in its vault, as {@code vault/name} in lower case
   * @param reason what the service said
   */
  public record Entry(String hash, Optional<String> secret, String reason) {}
}
