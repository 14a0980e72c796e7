package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.dataplane.net.LastGoodAnswers;
import dev.lockstep.simulator.dataplane.probe.ProbeTask;
import dev.lockstep.simulator.dataplane.tls.TrustPolicy;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.pki.Identity;
import java.util.Optional;

/**
 * A gateway as it serves: one document with what was learned since it was written.
 *
 * @param config the document
 * @param certificates listener certificates
 * @param answers names of backends
 * @param upstreams connections to backends
 * @param around what it shares with others
 */
record Live(
    Config config,
    Certificates certificates,
    LastGoodAnswers answers,
    Upstreams upstreams,
    Surroundings around) {

  /** Begins anew with a document: vault read, names asked, no connections. */
  static Live begin(Config config, Surroundings around) {
    LastGoodAnswers answers =
        new LastGoodAnswers(around.names(), config.subnet().map(subnet -> subnet.parent()));
    config.backends().values().stream()
        .flatMap(backend -> backend.members().stream())
        .filter(Backend.Member::isName)
        .forEach(member -> answers.resolve(member.server()));
    return new Live(
        config,
        Certificates.read(config, around.identities()),
        answers,
        new Upstreams(
            around.loopback(),
            around::now,
            () -> around.world().settings().latencies().backendReuse()),
        around);
  }

  /** The same document with the vault read again. */
  Live readVault() {
    return new Live(
        config, Certificates.read(config, around.identities()), answers, upstreams, around);
  }

  /** The rule for a request. */
  Optional<Rule> rule(Entrance entrance, String lowerCaseHost) {
    return config.rule(entrance, lowerCaseHost, certificates::enable);
  }

  /** The certificate that a client sees. */
  Optional<Identity> face(Entrance entrance, Optional<String> serverName) {
    return config.face(entrance, serverName, certificates::enable).flatMap(certificates::of);
  }

  TrustPolicy policy(Backend backend) {
    return policy(backend.target());
  }

  private TrustPolicy policy(Target target) {
    ObjectNode settings = target.settings();
    return Roots.policy(
        config.gateway(), settings, around.identities(), around.world().settings().switches());
  }

  ProbeTask task(Backend backend, Backend.Member member) {
    return task(backend.target(), member.server(), member.isName());
  }

  ProbeTask task(Target target, String server, boolean isName) {
    return new ProbeTask(target, server, isName, config.subnet(), answers, policy(target));
  }
}
