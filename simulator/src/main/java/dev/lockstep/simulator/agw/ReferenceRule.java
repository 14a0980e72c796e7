package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every reference resolves: inside the gateway to a sub-resource of the same document, outside to a
 * resource that exists. Texts from public issue reports (hashicorp/terraform 28809).
 */
final class ReferenceRule implements GatewayRule {
  /** Kinds outside the gateway that the world holds completely, so that absence is an error. */
  private static final Set<String> HELD =
      Set.of(
          "microsoft.network/virtualnetworks/subnets",
          "microsoft.network/publicipaddresses",
          "microsoft.network/applicationgatewaywebapplicationfirewallpolicies");

  /** Fields that name a part of the same gateway, with the collection it must be in. */
  private static final Map<String, String> INSIDE =
      Map.ofEntries(
          Map.entry("frontendIPConfiguration", "frontendIPConfigurations"),
          Map.entry("frontendPort", "frontendPorts"),
          Map.entry("sslCertificate", "sslCertificates"),
          Map.entry("sslProfile", "sslProfiles"),
          Map.entry("httpListener", "httpListeners"),
          Map.entry("targetListener", "httpListeners"),
          Map.entry("backendAddressPool", "backendAddressPools"),
          Map.entry("defaultBackendAddressPool", "backendAddressPools"),
          Map.entry("backendHttpSettings", "backendHttpSettingsCollection"),
          Map.entry("defaultBackendHttpSettings", "backendHttpSettingsCollection"),
          Map.entry("urlPathMap", "urlPathMaps"),
          Map.entry("redirectConfiguration", "redirectConfigurations"),
          Map.entry("defaultRedirectConfiguration", "redirectConfigurations"),
          Map.entry("rewriteRuleSet", "rewriteRuleSets"),
          Map.entry("defaultRewriteRuleSet", "rewriteRuleSets"),
          Map.entry("probe", "probes"),
          Map.entry("trustedRootCertificates", "trustedRootCertificates"),
          Map.entry("authenticationCertificates", "authenticationCertificates"),
          Map.entry("trustedClientCertificates", "trustedClientCertificates"),
          Map.entry("loadDistributionPolicy", "loadDistributionPolicies"));

  @Override
  public void check(Draft draft) {
    Set<String> there = subResources(draft);
    String prefix = draft.id().key() + "/";
    for (Reference reference : Reference.in(draft.id(), draft.document())) {
      String target = reference.target().toLowerCase(Locale.ROOT);
      String collection = INSIDE.getOrDefault(reference.field(), "").toLowerCase(Locale.ROOT);
      boolean inside = target.startsWith(prefix) || !collection.isEmpty();
      boolean found =
          inside
              ? there.contains(target) && target.startsWith(prefix + collection)
              : outside(draft, reference.target());
      if (!found) {
        throw GatewayRule.refusal(
            "InvalidResourceReference",
            "Resource %s referenced by resource %s was not found. Please make sure that the referenced resource exists, and that both resources are in the same region."
                .formatted(reference.target(), reference.owner()));
      }
    }
  }

  private static Set<String> subResources(Draft draft) {
    Set<String> ids = new HashSet<>();
    for (String collection : Parts.in(draft.document())) {
      for (ObjectNode element : Parts.of(draft.document(), collection)) {
        ids.add(draft.idOf(collection, element).toLowerCase(Locale.ROOT));
      }
    }
    return ids;
  }

  /** Whether it exists, in the region of the gateway. */
  private static boolean near(Draft draft, ResourceId id) {
    Optional<String> region =
        draft.resources().find(id.root()).flatMap(root -> Json.text(root.document(), "location"));
    return draft.resources().find(id).isPresent()
        && region
            .map(ReferenceRule::compact)
            .filter(compact(draft.document().path("location").asText(""))::equals)
            .isPresent();
  }

  private static String compact(String location) {
    return location.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  private static boolean outside(Draft draft, String target) {
    try {
      ResourceId id = ResourceId.of(target);
      String type = id.type().toLowerCase(Locale.ROOT);
      boolean otherGateway = type.startsWith("microsoft.network/applicationgateways/");
      return !otherGateway && (!HELD.contains(type) || near(draft, id));
    } catch (IllegalArgumentException noId) {
      return false;
    }
  }
}
