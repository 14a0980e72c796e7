package dev.lockstep.route;

import dev.lockstep.model.ElementKey;
import dev.lockstep.testing.gateway.GatewaySketch;
import java.util.Optional;

/** Short ways to ask a small gateway on its public frontend, for tests. */
record Requests(Router router) {
  static Requests to(GatewaySketch gateway, Unverified... holds) {
    return new Requests(Router.of(gateway.document(), new Behaviour(java.util.Set.of(holds))));
  }

  /** The rule that takes an HTTPS request whose SNI is its host; {@code none} when none does. */
  String rule(String host) {
    return rule(https(host));
  }

  /** The certificate shown to a client that asks for a host by SNI. */
  String certificate(String sni) {
    return certificate(router.route(GatewaySketch.PUBLIC, 443, Optional.of(sni), sni));
  }

  /** The certificate shown to a client that sends no SNI. */
  String defaultCertificate() {
    return certificate(router.route(GatewaySketch.PUBLIC, 443, Optional.empty(), "any.example"));
  }

  Route https(String host) {
    return router.route(GatewaySketch.PUBLIC, 443, Optional.of(host), host);
  }

  Route http(String host) {
    return router.route(GatewaySketch.PUBLIC, 80, Optional.empty(), host);
  }

  Destination destination(String host) {
    return ((Route.Matched) https(host)).destination();
  }

  static String rule(Route route) {
    return route instanceof Route.Matched matched ? matched.rule().name() : "none";
  }

  static String certificate(Route route) {
    return route.certificate().map(ElementKey::name).orElse("none");
  }
}
