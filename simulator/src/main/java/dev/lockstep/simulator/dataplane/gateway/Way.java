package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.dataplane.probe.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which way a TLS request takes through a gateway document, in thought: without a socket, and as if
 * every certificate could be read.
 *
 * @param rule name of the rule that decides
 * @param listener name of its listener
 * @param hostNames host names of the listener; empty when it takes every host
 * @param certificate name of the certificate that the client sees
 * @param pool name of the backend pool; empty when the rule leads elsewhere
 * @param settings name of the backend settings; empty when the rule leads elsewhere
 */
public record Way(
    String rule,
    String listener,
    List<String> hostNames,
    Optional<String> certificate,
    Optional<String> pool,
    Optional<String> settings) {
  /** The way of a request for {@code /} that names the host in SNI and Host header alike. */
  public static Optional<Way> of(Gateway gateway, String frontend, int port, String host) {
    Config config = ConfigReader.read(gateway);
    Entrance entrance = new Entrance(frontend, port);
    String name = host.toLowerCase(Locale.ROOT);
    Optional<String> shown =
        config.face(entrance, Optional.of(name), one -> true).flatMap(Listener::certificate);
    return config.rule(entrance, name, one -> true).map(rule -> of(rule, shown));
  }

  private static Way of(Rule rule, Optional<String> certificate) {
    Optional<Pair> pair =
        rule.destination().forPath("/").destination() instanceof Destination.ToBackend to
            ? Optional.of(to.pair())
            : Optional.empty();
    return new Way(
        rule.name(),
        rule.listener().name(),
        rule.listener().hostNames(),
        certificate,
        pair.map(Pair::pool),
        pair.map(Pair::settings));
  }
}
