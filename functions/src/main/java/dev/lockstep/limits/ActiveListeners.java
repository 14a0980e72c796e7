package dev.lockstep.limits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.Reference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts listeners that a rule uses to send traffic to a pool. A listener whose rule only redirects
 * is not active; with a path map it is active unless every path redirects (Microsoft Learn,
 * "Frequently asked questions about Application Gateway").
 */
final class ActiveListeners {
  private ActiveListeners() {}

  static int count(GatewayDocument document) {
    Map<ElementKey, Element> maps = new HashMap<>();
    for (Element map : document.elements("urlPathMaps")) {
      maps.put(map.key(), map);
    }
    Set<ElementKey> active = new HashSet<>();
    for (Element rule : document.elements("requestRoutingRules")) {
      Optional<Element> map =
          Reference.of(rule.properties(), "urlPathMap", "urlPathMaps").map(maps::get);
      boolean redirectsOnly =
          map.map(ActiveListeners::redirectsOnly)
              .orElseGet(() -> rule.reference("redirectConfiguration").isPresent());
      if (!redirectsOnly) {
        Reference.of(rule.properties(), "httpListener", "httpListeners").ifPresent(active::add);
      }
    }
    return active.size();
  }

  private static boolean redirectsOnly(Element map) {
    if (map.reference("defaultRedirectConfiguration").isEmpty()) {
      return false;
    }
    for (JsonNode path : map.properties().path("pathRules")) {
      if (path.path("properties").path("redirectConfiguration").path("id").asText("").isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
