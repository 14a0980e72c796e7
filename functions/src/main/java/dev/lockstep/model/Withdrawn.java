package dev.lockstep.model;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a person has taken back of a binding: it is not published, though the service lists it.
 *
 * @param all whether nothing of the service is published
 * @param hosts the host names that are not published
 */
public record Withdrawn(boolean all, SortedSet<HostName> hosts) {
  /** Everything that the service lists is published. */
  public static final Withdrawn NOTHING = new Withdrawn(false, Set.of());

  public Withdrawn {
    hosts = Collections.unmodifiableSortedSet(new TreeSet<>(hosts));
  }

  /** A withdrawal of these host names, or of all. */
  public Withdrawn(boolean all, Set<HostName> hosts) {
    this(all, (SortedSet<HostName>) new TreeSet<>(hosts));
  }

  /** Whether the host name is not to be published. */
  public boolean covers(HostName host) {
    return all || hosts.contains(host);
  }

  /** Whether nothing is withdrawn. */
  public boolean isEmpty() {
    return !all && hosts.isEmpty();
  }
}
