package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import java.util.List;
import java.util.Optional;

/**
 * The candidates of one entrance. The certificate is chosen by the SNI, the rule by the Host
 * header:
 *
 * <pre>
 * SNI     HTTPS listeners             certificate of                       source
 * none    a basic one among them      the basic listener                   TLS overview, row 3
 * none    multi-site only             the first in rule order              TLS overview, row 2
 * x       some take x                 the first of those in rule order     row 1; order: unverified
 * x       none takes x                the first in rule order              TLS overview, row 1
 * any     none                        no handshake, no certificate
 * </pre>
 */
final class Candidates {
  private final Behaviour behaviour;
  private final HostIndex all;
  private final HostIndex tls;

  /**
   * @param inOrder the candidates in rule order
   */
  Candidates(List<Candidate> inOrder, Behaviour behaviour) {
    this.behaviour = behaviour;
    all = new HostIndex(inOrder, behaviour);
    List<Candidate> secure = inOrder.stream().filter(Candidate::https).toList();
    tls = secure.size() == inOrder.size() ? all : new HostIndex(secure, behaviour);
  }

  Route route(Optional<String> sni, String host) {
    Optional<ElementKey> shown = presenter(sni).flatMap(Candidate::certificate);
    Optional<Candidate> taker = taker(host);
    return taker.isPresent() ? taker.get().route(shown) : new Route.Unmatched(shown);
  }

  /** The candidate whose rule takes the host. */
  Optional<Candidate> taker(String host) {
    return all.find(HostPattern.normalise(host));
  }

  /** The HTTPS listener whose certificate clients without SNI see. */
  Optional<Candidate> defaultPresenter() {
    Optional<Candidate> first = tls.inOrder().stream().findFirst();
    return behaviour.has(Unverified.FIRST_RULE_ANSWERS_WITHOUT_SNI)
        ? first
        : tls.basic().or(() -> first);
  }

  /** The HTTPS listener whose certificate a handshake is shown. */
  Optional<Candidate> presenter(Optional<String> sni) {
    return sni.map(HostPattern::normalise).flatMap(this::presenter).or(this::defaultPresenter);
  }

  private Optional<Candidate> presenter(String sni) {
    Optional<Candidate> named =
        behaviour.has(Unverified.EXACT_SNI_FIRST) ? tls.findExact(sni) : Optional.empty();
    return named.or(() -> tls.find(sni)).or(() -> tls.inOrder().stream().findFirst());
  }

  /** All of them, in rule order. */
  List<Candidate> inOrder() {
    return all.inOrder();
  }
}
