package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.Reference;
import dev.lockstep.route.Entrance;
import dev.lockstep.route.HostPattern;
import dev.lockstep.route.NewRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routing rules among the elements of a site, as many as there are, with what their listeners
 * say of them: where they stand and which host name they take.
 */
final class SiteRules {
  private final GatewayDocument document;
  private final Map<ElementKey, JsonNode> wanted = new HashMap<>();

  private SiteRules(Collection<WantedElement> elements, GatewayDocument document) {
    this.document = document;
    elements.forEach(element -> wanted.put(element.key(), element.properties()));
  }

  /**
   * The rules in the order of the elements.
   *
   * @param elements all elements of one site
   * @param document where elements that are not the site's own stand, such as a port
   */
  static List<NewRule> of(Collection<WantedElement> elements, GatewayDocument document) {
    SiteRules rules = new SiteRules(elements, document);
    List<NewRule> found = new ArrayList<>();
    for (WantedElement element : elements) {
      if (element.key().collection().equals(Kind.RULE.collection())) {
        rules.read(element).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<NewRule> read(WantedElement rule) {
    Optional<ElementKey> key =
        Reference.of(rule.properties(), "httpListener", Kind.LISTENER.collection());
    Optional<JsonNode> listener = key.map(wanted::get);
    Optional<Entrance> entrance = listener.flatMap(this::entrance);
    Optional<HostPattern> host = listener.flatMap(SiteRules::host);
    if (entrance.isEmpty() || host.isEmpty()) {
      return Optional.empty();
    }
    boolean https = listener.get().path("protocol").asText().equalsIgnoreCase("Https");
    return Optional.of(new NewRule(rule.key(), key.get(), entrance.get(), host.get(), https));
  }

  private Optional<Entrance> entrance(JsonNode listener) {
    Optional<Integer> port =
        Reference.of(listener, "frontendPort", Kind.PORT.collection())
            .flatMap(this::properties)
            .map(properties -> properties.path("port").asInt());
    return Reference.of(listener, "frontendIPConfiguration", "frontendIPConfigurations")
        .flatMap(frontend -> port.map(number -> new Entrance(frontend, number)));
  }

  private Optional<JsonNode> properties(ElementKey key) {
    return Optional.ofNullable(wanted.get(key))
        .or(() -> document.element(key).map(Element::properties));
  }

  private static Optional<HostPattern> host(JsonNode listener) {
    String single = listener.path("hostName").asText("");
    String name = single.isEmpty() ? listener.path("hostNames").path(0).asText("") : single;
    return name.isEmpty() ? Optional.empty() : Optional.of(new HostPattern(name));
  }
}
