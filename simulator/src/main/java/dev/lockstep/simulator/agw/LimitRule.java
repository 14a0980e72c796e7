package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Most sub-resources of each kind: Microsoft Learn, application-gateway-limits. With a firewall of
 * an old rule set some of them fall to 40. The code is published for pools only; the others follow
 * its pattern.
 *
 * <pre>
 * kind                       most   with CRS 3.1 or older
 * pools                      100    100
 * members of a pool          1200   1200
 * settings                   100    40
 * listeners                  200    40
 * listeners that rules use   100    40
 * rules                      400    40
 * front end ports            100    40
 * front end addresses        4      4
 * certificates               100    40
 * trusted roots              100    100
 * redirects                  100    40
 * rewrite rule sets          400    400
 * rules of a path map        100    100
 * </pre>
 */
final class LimitRule implements GatewayRule {
  private record Limit(String collection, String singular, String plural, int most, int oldMost) {}

  private static final int OLD = 40;
  private static final int MOST_ACTIVE = 100;
  private static final int MOST_MEMBERS = 1200;
  private static final int MOST_PATH_RULES = 100;

  private static final List<Limit> LIMITS =
      List.of(
          of("backendAddressPools", "BackendAddressPool", 100, 100),
          new Limit(
              "backendHttpSettingsCollection",
              "BackendHttpSettings",
              "BackendHttpSettingsCollection",
              100,
              OLD),
          of("httpListeners", "HttpListener", 200, OLD),
          of("requestRoutingRules", "RequestRoutingRule", 400, OLD),
          of("frontendPorts", "FrontendPort", 100, OLD),
          of("frontendIPConfigurations", "FrontendIPConfiguration", 4, 4),
          of("sslCertificates", "SslCertificate", 100, OLD),
          of("trustedRootCertificates", "TrustedRootCertificate", 100, 100),
          of("redirectConfigurations", "RedirectConfiguration", 100, OLD),
          of("rewriteRuleSets", "RewriteRuleSet", 400, 400));

  @Override
  public void check(Draft draft) {
    boolean old = RuleSets.old(draft);
    for (Limit limit : LIMITS) {
      int count = Parts.of(draft.document(), limit.collection()).size();
      require(count, old ? limit.oldMost() : limit.most(), limit.singular(), limit.plural());
    }
    require(
        active(draft.document()),
        old ? OLD : MOST_ACTIVE,
        "ActiveHttpListener",
        "active HttpListeners");
    for (ObjectNode pool : Parts.of(draft.document(), "backendAddressPools")) {
      int members = Json.objects(pool, "properties", "backendAddresses").size();
      require(members, MOST_MEMBERS, "BackendAddress", "BackendAddresses");
    }
    for (ObjectNode map : Parts.of(draft.document(), "urlPathMaps")) {
      int rules = Json.objects(map, "properties", "pathRules").size();
      require(rules, MOST_PATH_RULES, "PathRule", "PathRules");
    }
  }

  /** Listeners that route traffic. */
  private static int active(ObjectNode document) {
    Set<String> used = new LinkedHashSet<>();
    for (ObjectNode rule : Parts.of(document, "requestRoutingRules")) {
      Optional<String> listener = Json.text(rule, "properties", "httpListener", "id");
      listener.ifPresent(id -> used.add(id.toLowerCase(Locale.ROOT)));
    }
    return used.size();
  }

  private static void require(int count, int most, String singular, String plural) {
    if (count > most) {
      throw GatewayRule.refusal(
          "ApplicationGateway" + singular + "LimitReached",
          "The number of %1$s exceeds the maximum allowed value. The number of %1$s is %2$d and the maximum allowed is %3$d."
              .formatted(plural, count, most));
    }
  }

  private static Limit of(String collection, String singular, int most, int oldMost) {
    return new Limit(collection, singular, singular + "s", most, oldMost);
  }
}
