package dev.lockstep.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.lockstep.desire.WantedElement;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;

/**
 * Lets standing elements of ours take the place of wanted ones that would get another name: adopted
 * elements keep the name that somebody gave them by hand.
 *
 * <pre>
 * wanted               | taken by the standing element that
 * ---------------------+--------------------------------------------------------------
 * listener             | is for the same host name, on the same frontend and port
 * rule                 | is for the same host name and of that listener
 * what these refer to  | the standing one refers to by the same property
 * certificate          | takes the same secret, whatever its version
 * root                 | is the same certificate
 * </pre>
 *
 * A wanted element that stands under its own name keeps that, and no standing element takes two
 * places.
 */
final class KeptNames {
  private final Estate estate;
  private final Map<String, WantedElement> wanted = new HashMap<>();
  private final Map<String, Element> kept = new HashMap<>();
  private final Map<ElementKey, ElementKey> names = new HashMap<>();
  private final Set<ElementKey> taken = new HashSet<>();

  private KeptNames(Estate estate) {
    this.estate = estate;
  }

  /**
   * @param elements of all sites
   * @param keeping the owned elements that keep their name, in their order
   * @return by the name that each would get, the name that it has
   */
  static Map<ElementKey, ElementKey> of(
      Collection<WantedElement> elements, Estate estate, Collection<ElementKey> keeping) {
    if (keeping.isEmpty()) {
      return Map.of();
    }
    KeptNames names = new KeptNames(estate);
    elements.forEach(element -> names.wanted.put(names.id(element.key()), element));
    keeping.stream()
        .flatMap(key -> estate.document().element(key).stream())
        .forEach(element -> names.kept.put(names.id(element.key()), element));
    names.match(elements);
    return names.names;
  }

  /** The elements under the names that they have, their references to each other included. */
  static List<WantedElement> apply(
      List<WantedElement> elements, Map<ElementKey, ElementKey> names, Estate estate) {
    if (names.isEmpty()) {
      return elements;
    }
    Map<String, String> ids = new HashMap<>();
    names.forEach(
        (from, to) ->
            ids.put(estate.document().idOf(from).key(), estate.document().idOf(to).value()));
    return elements.stream()
        .map(
            e ->
                new WantedElement(
                    names.getOrDefault(e.key(), e.key()),
                    redirected(e.properties().deepCopy(), ids),
                    e.host(),
                    e.service(),
                    e.binding()))
        .toList();
  }

  private static ObjectNode redirected(ObjectNode properties, Map<String, String> ids) {
    for (JsonNode holder : properties.findParents("id")) {
      String id = ids.get(holder.path("id").asText().toLowerCase(Locale.ROOT));
      if (id != null) {
        ((ObjectNode) holder).set("id", TextNode.valueOf(id));
      }
    }
    return properties;
  }

  private void match(Collection<WantedElement> elements) {
    of(elements, "sslCertificates", "keyVaultSecretId");
    of(elements, "trustedRootCertificates", "data");
    of(elements, "httpListeners", "frontendIPConfiguration", "frontendPort");
    of(elements, "requestRoutingRules", "httpListener");
  }

  /** Matches the elements of a collection of which these properties mean the same. */
  private void of(Collection<WantedElement> elements, String collection, String... properties) {
    for (WantedElement element : elements) {
      if (element.key().collection().equals(collection)) {
        kept.values().stream()
            .filter(standing -> standing.key().collection().equals(collection))
            .filter(standing -> isFor(element, standing))
            .filter(standing -> agree(element, standing, properties))
            .map(Element::key)
            .sorted()
            .findFirst()
            .ifPresent(standing -> take(element, kept.get(id(standing))));
      }
    }
  }

  private boolean isFor(WantedElement element, Element standing) {
    return element.host().isEmpty()
        || estate.owned().of(standing.key()).orElseThrow().host().equals(element.host());
  }

  private boolean agree(WantedElement element, Element standing, String... properties) {
    for (String property : properties) {
      JsonNode value = element.properties().path(property);
      JsonNode read = standing.properties().path(property);
      boolean same =
          value.has("id")
              ? idAfter(value).equals(idOf(read))
              : SameSource.test(property, read, value);
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private void take(WantedElement element, Element standing) {
    boolean free =
        !estate.owned().owns(element.key())
            && !names.containsKey(element.key())
            && taken.add(standing.key());
    if (free) {
      names.put(element.key(), standing.key());
    }
    if (free || element.key().equals(standing.key())) {
      follow(element, standing);
    }
  }

  /** Goes on to what both refer to by the same property. */
  private void follow(WantedElement element, Element standing) {
    for (Entry<String, JsonNode> property : element.properties().properties()) {
      WantedElement target = wanted.get(idOf(property.getValue()));
      Element read = kept.get(idOf(standing.properties().path(property.getKey())));
      if (target != null
          && read != null
          && isFor(target, read)
          && target.host().isPresent()
          && !target.key().equals(element.key())) {
        take(target, read);
      }
    }
  }

  /** The id that a wanted reference has once names are kept. */
  private String idAfter(JsonNode reference) {
    WantedElement target = wanted.get(idOf(reference));
    return target == null || !names.containsKey(target.key())
        ? idOf(reference)
        : id(names.get(target.key()));
  }

  private static String idOf(JsonNode reference) {
    return reference.path("id").asText("").toLowerCase(Locale.ROOT);
  }

  private String id(ElementKey key) {
    return estate.document().idOf(key).key();
  }
}
