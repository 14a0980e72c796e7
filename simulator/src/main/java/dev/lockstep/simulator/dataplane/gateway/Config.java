package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.dataplane.probe.Pair;
import dev.lockstep.simulator.world.ResourceId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A gateway document as it routes.
 *
 * @param gateway the gateway as written
 * @param rules in the order in which they are tried
 * @param backends pools with settings, by name
 */
record Config(Gateway gateway, List<Rule> rules, Map<Pair, Backend> backends) {

  /** Where clients come in. */
  Set<Entrance> entrances() {
    return rules.stream().map(rule -> rule.listener().entrance()).collect(Collectors.toSet());
  }

  /** Whether clients speak TLS there; frontend and port have one protocol. */
  boolean https(Entrance entrance) {
    return at(entrance).anyMatch(rule -> rule.listener().https());
  }

  /** The rule for a request: the first whose listener takes the host. */
  Optional<Rule> rule(Entrance entrance, String lowerCaseHost, Predicate<Listener> enabled) {
    return at(entrance)
        .filter(rule -> enabled.test(rule.listener()))
        .filter(rule -> rule.listener().takes(lowerCaseHost))
        .findFirst();
  }

  /**
   * The listener whose certificate a client sees: the first that takes the name; without a name, or
   * with one that none takes, the first listener.
   */
  Optional<Listener> face(
      Entrance entrance, Optional<String> serverName, Predicate<Listener> enabled) {
    List<Listener> listeners =
        at(entrance).map(Rule::listener).filter(enabled).filter(Listener::https).toList();
    return serverName
        .flatMap(name -> listeners.stream().filter(one -> one.takes(name)).findFirst())
        .or(() -> listeners.stream().findFirst());
  }

  /** Where the gateway stands. */
  Optional<ResourceId> subnet() {
    return gateway.subnet().map(ResourceId::of);
  }

  Stream<Rule> at(Entrance entrance) {
    return rules.stream().filter(rule -> rule.listener().entrance().equals(entrance));
  }
}
