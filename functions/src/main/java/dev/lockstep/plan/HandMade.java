package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.desire.Kind;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody has made by hand for a host name: its listeners, their rules, and what these refer
 * to. Only kinds that we make ourselves.
 */
final class HandMade {
  // Where a frontend stands is nobody's to take; a port is used by whoever is on it.
  private static final Set<String> TAKEN_OVER =
      Set.of(
          "httpListeners",
          "requestRoutingRules",
          "redirectConfigurations",
          "backendAddressPools",
          "backendHttpSettingsCollection",
          "probes",
          "sslCertificates",
          "trustedRootCertificates");

  private final GatewayDocument document;
  private final OwnerRecord owned;
  private final HostName host;

  HandMade(GatewayDocument document, OwnerRecord owned, HostName host) {
    this.document = document;
    this.owned = owned;
    this.host = host;
  }

  /** The foreign listeners of that host name alone. */
  List<Element> listeners() {
    return document.elements(Kind.LISTENER.collection()).stream()
        .filter(listener -> !owned.owns(listener.key()))
        .filter(
            listener ->
                ListenerHosts.of(listener).stream()
                    .map(String::strip)
                    .allMatch(name -> name.equalsIgnoreCase(host.value())))
        .filter(listener -> !ListenerHosts.isCatchAll(listener))
        .toList();
  }

  /** The listeners, their rules, and all that they refer to, as far as it is not ours. */
  Set<ElementKey> all() {
    Set<ElementKey> found = new TreeSet<>();
    Deque<Element> next = new ArrayDeque<>(listeners());
    Stream.of(Kind.RULE.collection())
        .flatMap(rules -> document.elements(rules).stream())
        .filter(rule -> listeners().stream().anyMatch(listener -> isOf(rule, listener)))
        .forEach(next::add);
    while (!next.isEmpty()) {
      Element element = next.remove();
      boolean mayBeTaken =
          TAKEN_OVER.contains(element.key().collection()) && !owned.owns(element.key());
      if (mayBeTaken && found.add(element.key())) {
        References.of(document, element).stream()
            .flatMap(key -> document.element(key).stream())
            .forEach(next::add);
      }
    }
    return found;
  }

  /** Why the host name's traffic is more than one endpoint; empty when it is not. */
  Optional<String> moreThanOneEndpoint() {
    return document.elements(Kind.RULE.collection()).stream()
        .filter(rule -> listeners().stream().anyMatch(listener -> isOf(rule, listener)))
        .filter(rule -> !isPlain(rule.properties()))
        .map(rule -> "rule '" + rule.key().name() + "' routes by path or to load distribution")
        .findFirst();
  }

  private static boolean isPlain(JsonNode rule) {
    return !rule.path("urlPathMap").has("id")
        && !rule.path("loadDistributionPolicy").has("id")
        && !rule.path("ruleType").asText().equalsIgnoreCase("PathBasedRouting");
  }

  private boolean isOf(Element rule, Element listener) {
    return rule.reference("httpListener").equals(Optional.of(document.idOf(listener.key())));
  }
}
