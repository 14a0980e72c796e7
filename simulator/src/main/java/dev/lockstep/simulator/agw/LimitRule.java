package dev.lockstep.simulator.agw;

import java.util.Map;

/**
 * Most sub-resources of each kind: Microsoft Learn, application-gateway-limits. The code is
 * published for pools only; the others follow its pattern.
 */
final class LimitRule implements GatewayRule {
  private record Limit(String singular, String plural, int most) {}

  private static final Map<String, Limit> LIMITS =
      Map.of(
          "backendAddressPools", new Limit("BackendAddressPool", "BackendAddressPools", 100),
          "backendHttpSettingsCollection",
              new Limit("BackendHttpSettings", "BackendHttpSettingsCollection", 100),
          "httpListeners", new Limit("HttpListener", "HttpListeners", 200),
          "requestRoutingRules", new Limit("RequestRoutingRule", "RequestRoutingRules", 400),
          "frontendPorts", new Limit("FrontendPort", "FrontendPorts", 100),
          "frontendIPConfigurations",
              new Limit("FrontendIPConfiguration", "FrontendIPConfigurations", 4),
          "sslCertificates", new Limit("SslCertificate", "SslCertificates", 100),
          "trustedRootCertificates",
              new Limit("TrustedRootCertificate", "TrustedRootCertificates", 100),
          "redirectConfigurations",
              new Limit("RedirectConfiguration", "RedirectConfigurations", 100),
          "rewriteRuleSets", new Limit("RewriteRuleSet", "RewriteRuleSets", 400));

  @Override
  public void check(Draft draft) {
    for (String collection : Parts.in(draft.document())) {
      Limit limit = LIMITS.get(collection);
      int count = Parts.of(draft.document(), collection).size();
      if (limit != null && count > limit.most()) {
        throw GatewayRule.refusal(
            "ApplicationGateway" + limit.singular() + "LimitReached",
            "The number of %1$s exceeds the maximum allowed value. The number of %1$s is %2$d and the maximum allowed is %3$d."
                .formatted(limit.plural(), count, limit.most()));
      }
    }
  }
}
