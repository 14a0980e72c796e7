package dev.lockstep.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reference;
import dev.lockstep.plan.References;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A backend pool with its settings, as a rule of ours joins them. Pairs with a foreign part are
 * none of our business.
 *
 * @param name pool and settings, such as backend health is told of
 * @param host the host name that it serves
 * @param elements what decides over its health: rule, pool, settings, probe, trusted roots
 * @param patience how long a change of its health may take to show: all probes until it counts as
 *     unhealthy, and a minute
 */
record BackendPair(String name, HostName host, SortedSet<ElementKey> elements, Duration patience) {
  // The gateway's own values where a probe says nothing (azure-rest-api-specs).
  private static final int INTERVAL = 30;
  private static final int THRESHOLD = 3;
  private static final Duration MARGIN = Duration.ofSeconds(60);

  BackendPair {
    elements = Collections.unmodifiableSortedSet(new TreeSet<>(elements));
  }

  /** The name of a pair. */
  static String name(String pool, String settings) {
    return (pool + "~" + settings).toLowerCase(Locale.ROOT);
  }

  /** The pairs of ours in a document, by name. */
  static Map<String, BackendPair> in(GatewayDocument document, OwnerRecord owned) {
    Map<String, BackendPair> pairs = new TreeMap<>();
    for (Element rule : document.elements("requestRoutingRules")) {
      of(rule, document, owned).ifPresent(pair -> pairs.putIfAbsent(pair.name(), pair));
    }
    return pairs;
  }

  private static Optional<BackendPair> of(
      Element rule, GatewayDocument document, OwnerRecord owned) {
    Optional<HostName> host = owned.of(rule.key()).flatMap(Owned::host);
    Optional<Element> pool = used(rule, "backendAddressPool", "backendAddressPools", document);
    Optional<Element> settings =
        used(rule, "backendHttpSettings", "backendHttpSettingsCollection", document);
    if (host.isEmpty()
        || pool.filter(e -> owned.owns(e.key())).isEmpty()
        || settings.filter(e -> owned.owns(e.key())).isEmpty()) {
      return Optional.empty();
    }
    TreeSet<ElementKey> elements = new TreeSet<>(References.of(document, settings.get()));
    elements.add(rule.key());
    elements.add(pool.get().key());
    elements.add(settings.get().key());
    return Optional.of(
        new BackendPair(
            name(pool.get().key().name(), settings.get().key().name()),
            host.get(),
            elements,
            patience(used(settings.get(), "probe", "probes", document))));
  }

  private static Optional<Element> used(
      Element user, String property, String collection, GatewayDocument document) {
    return Reference.of(user.properties(), property, collection).flatMap(document::element);
  }

  private static Duration patience(Optional<Element> probe) {
    JsonNode properties =
        probe
            .<JsonNode>map(Element::properties)
            .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    long seconds =
        (long) properties.path("interval").asInt(INTERVAL)
            * properties.path("unhealthyThreshold").asInt(THRESHOLD);
    return MARGIN.plusSeconds(seconds);
  }
}
