package dev.lockstep.simulator.dataplane.gateway;

import java.util.List;
import java.util.Optional;

/**
 * A listener.
 *
 * @param name name of the element
 * @param entrance frontend and port
 * @param https whether it speaks TLS
 * @param hosts host names; empty for a basic listener, which takes every host
 * @param certificate name of its certificate
 */
record Listener(
    String name,
    Entrance entrance,
    boolean https,
    List<HostPattern> hosts,
    Optional<String> certificate) {

  Listener {
    hosts = List.copyOf(hosts);
  }

  boolean takes(String lowerCaseHost) {
    return hosts.isEmpty() || hosts.stream().anyMatch(host -> host.matches(lowerCaseHost));
  }

  /** The host names as written. */
  List<String> hostNames() {
    return hosts.stream().map(HostPattern::text).toList();
  }

  /** The one host name that a redirect can go to; empty for basic and wildcard listeners. */
  Optional<String> onlyHost() {
    return hosts.size() == 1 ? Optional.of(hosts.get(0).text()) : Optional.empty();
  }
}
