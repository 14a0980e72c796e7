package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.EndpointOptions;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.List;
import java.util.function.Consumer;

/**
 * Whether the gateway has what a listener shall refer to. The firewall policy itself is a resource
 * of its own, which the service looks up when it gets the document.
 */
final class ListenerOptionsCheck {
  private static final String PROFILES = "sslProfiles";
  private static final String WAF = "WAF_v2";

  private ListenerOptionsCheck() {}

  static void check(Claim claim, GatewayDocument gateway, Consumer<Obstacle> obstacles) {
    EndpointOptions options = claim.policy().options();
    String endpoint = "endpoints." + claim.endpoint().type().wireName();
    String tier = gateway.properties().path("sku").path("tier").asText("");
    if (options.wafPolicy().isPresent() && !tier.equalsIgnoreCase(WAF)) {
      obstacles.accept(
          new Obstacle(
              BlockCode.WAF_UNAVAILABLE,
              gateway.id().name()
                  + (tier.isEmpty() ? " is of no known tier" : " is of tier " + tier)
                  + ", which has no firewall",
              "take wafPolicy out of " + endpoint + ", or change the gateway to " + WAF));
    }
    options
        .sslProfile()
        .filter(name -> gateway.element(new ElementKey(PROFILES, name)).isEmpty())
        .ifPresent(
            name ->
                obstacles.accept(
                    new Obstacle(
                        BlockCode.SSL_PROFILE_UNKNOWN,
                        "the gateway has no SSL profile '" + name + "'",
                        remedy(gateway, endpoint))));
  }

  private static String remedy(GatewayDocument gateway, String endpoint) {
    List<String> names =
        gateway.elements(PROFILES).stream().map(Element::key).map(ElementKey::name).toList();
    return names.isEmpty()
        ? "create it, or take sslProfile out of " + endpoint
        : "name one of " + String.join(", ", names) + " in " + endpoint + ".sslProfile";
  }
}
