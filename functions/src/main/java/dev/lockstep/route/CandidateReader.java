package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the candidates from a document, in document order. A rule whose listener, or a listener
 * whose frontend or port is not in the document, is left out: the service refuses such documents,
 * and no request could reach it.
 */
final class CandidateReader {
  static final String LISTENERS = "httpListeners";
  static final String RULES = "requestRoutingRules";
  private static final String PORTS = "frontendPorts";
  private static final String CERTIFICATES = "sslCertificates";

  private final Map<ElementKey, Element> listeners;
  private final Map<ElementKey, Integer> ports = new HashMap<>();
  private final List<Element> rules;

  CandidateReader(GatewayDocument document) {
    listeners = byKey(document.elements(LISTENERS));
    for (Element port : document.elements(PORTS)) {
      ports.put(port.key(), port.properties().path("port").asInt());
    }
    rules = document.elements(RULES);
  }

  List<Candidate> read() {
    List<Candidate> candidates = new ArrayList<>(rules.size());
    for (Element rule : rules) {
      reference(rule.properties(), "httpListener", LISTENERS)
          .map(listeners::get)
          .flatMap(listener -> candidate(rule, listener))
          .ifPresent(candidates::add);
    }
    return candidates;
  }

  static OptionalInt priority(Element rule) {
    JsonNode priority = rule.properties().path("priority");
    return priority.canConvertToInt() ? OptionalInt.of(priority.asInt()) : OptionalInt.empty();
  }

  private Optional<Candidate> candidate(Element rule, Element listener) {
    JsonNode properties = listener.properties();
    Optional<ElementKey> frontend =
        reference(properties, "frontendIPConfiguration", Entrance.FRONTENDS);
    Optional<Integer> port = reference(properties, "frontendPort", PORTS).map(ports::get);
    if (frontend.isEmpty() || port.isEmpty()) {
      return Optional.empty();
    }
    boolean https = properties.path("protocol").asText().equalsIgnoreCase("Https");
    return Optional.of(
        new Candidate(
            new Entrance(frontend.get(), port.get()),
            rule.key(),
            listener.key(),
            priority(rule),
            patterns(properties),
            https,
            https ? reference(properties, "sslCertificate", CERTIFICATES) : Optional.empty(),
            destination(rule.properties())));
  }

  /** The host names of both properties; the service answers an empty list beside a single name. */
  private static List<HostPattern> patterns(JsonNode listener) {
    Set<HostPattern> patterns = new LinkedHashSet<>();
    String single = listener.path("hostName").asText("");
    if (!single.isEmpty() && !listener.path("hostName").isNull()) {
      patterns.add(new HostPattern(single));
    }
    for (JsonNode name : listener.path("hostNames")) {
      if (name.isTextual() && !name.asText().isEmpty()) {
        patterns.add(new HostPattern(name.asText()));
      }
    }
    return List.copyOf(patterns);
  }

  private static Destination destination(JsonNode rule) {
    Optional<ElementKey> redirect =
        reference(rule, "redirectConfiguration", "redirectConfigurations");
    Optional<ElementKey> map = reference(rule, "urlPathMap", "urlPathMaps");
    Optional<ElementKey> policy =
        reference(rule, "loadDistributionPolicy", "loadDistributionPolicies");
    Optional<ElementKey> pool = reference(rule, "backendAddressPool", "backendAddressPools");
    Optional<ElementKey> settings =
        reference(rule, "backendHttpSettings", "backendHttpSettingsCollection");
    if (map.isPresent()) {
      return new Destination.PathMap(map.get());
    }
    if (redirect.isPresent()) {
      return new Destination.Redirect(redirect.get());
    }
    if (policy.isPresent() && settings.isPresent()) {
      return new Destination.Distributed(policy.get(), settings.get());
    }
    if (pool.isPresent() && settings.isPresent()) {
      return new Destination.Basic(pool.get(), settings.get());
    }
    return new Destination.Unknown();
  }

  /**
   * The element that a reference names. All of these live inside the same gateway, so that the last
   * segment of the id is enough, whatever the case of the rest.
   */
  private static Optional<ElementKey> reference(
      JsonNode properties, String property, String collection) {
    String id = properties.path(property).path("id").asText("");
    String name = id.substring(id.lastIndexOf('/') + 1);
    return name.isEmpty() ? Optional.empty() : Optional.of(new ElementKey(collection, name));
  }

  private static Map<ElementKey, Element> byKey(List<Element> elements) {
    Map<ElementKey, Element> map = new HashMap<>();
    for (Element element : elements) {
      map.putIfAbsent(element.key(), element);
    }
    return map;
  }
}
