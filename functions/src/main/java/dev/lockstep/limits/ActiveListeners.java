package dev.lockstep.limits;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
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
    Map<String, Element> maps = new HashMap<>();
    for (Element map : document.elements("urlPathMaps")) {
      maps.put(lower(map.key().name()), map);
    }
    Set<String> active = new HashSet<>();
    for (Element rule : document.elements("requestRoutingRules")) {
      Optional<Element> map = name(rule, "urlPathMap").map(maps::get);
      boolean redirectsOnly =
          map.map(ActiveListeners::redirectsOnly)
              .orElseGet(() -> rule.reference("redirectConfiguration").isPresent());
      if (!redirectsOnly) {
        name(rule, "httpListener").ifPresent(active::add);
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

  private static Optional<String> name(Element element, String property) {
    // The last segment of the id: what it refers to lives in this gateway.
    String id = element.properties().path(property).path("id").asText("");
    return Optional.of(lower(id.substring(id.lastIndexOf('/') + 1))).filter(n -> !n.isEmpty());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
