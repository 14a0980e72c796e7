package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.ResourceId;
import dev.lockstep.route.Router;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands on the gateway, and whose it is.
 *
 * @param document the gateway as it was read
 * @param owned the owner record without the elements that are gone: those are forgotten
 * @param dns what decisions on DNS look at
 * @param router what the gateway does with requests now
 * @param ownedByHost the owned elements by the host name they were made for
 * @param foreignByCollection what is not ours, in document order
 * @param listeners the listeners of others by their place
 */
record Estate(
    GatewayDocument document,
    OwnerRecord owned,
    DnsView dns,
    Router router,
    Map<HostName, List<ElementKey>> ownedByHost,
    Map<String, List<Element>> foreignByCollection,
    ForeignListeners listeners) {

  static Estate of(PlanInput input, GatewayDocument document) {
    OwnerRecord owned = input.observation().owned().within(document);
    Map<HostName, List<ElementKey>> byHost = new HashMap<>();
    owned
        .elements()
        .forEach(
            (key, of) ->
                of.host()
                    .ifPresent(
                        host -> byHost.computeIfAbsent(host, h -> new ArrayList<>()).add(key)));
    return new Estate(
        document,
        owned,
        DnsView.of(input),
        Router.of(document),
        byHost,
        foreign(document, new HashSet<>(owned.elements().keySet())),
        ForeignListeners.of(document, owned));
  }

  /** The owned elements made for a host name, whichever service it was for. */
  List<ElementKey> ownedFor(HostName host) {
    return ownedByHost.getOrDefault(host, List.of());
  }

  /** The owned elements made for a host name of that service. */
  List<ElementKey> ownedFor(ResourceId service, HostName host) {
    return ownedFor(host).stream()
        .filter(key -> owned.of(key).orElseThrow().service().equals(service))
        .toList();
  }

  /**
   * The owned elements that keep the name they have, whatever we would call them: adopted ones, and
   * all of a service whose binding may not remove what another name would replace.
   */
  Set<ElementKey> keptNames(Collection<Binding> bindings) {
    Set<ResourceId> keepers =
        bindings.stream()
            .filter(binding -> binding.deletePolicy() != DeletePolicy.SYNC)
            .map(Binding::service)
            .collect(Collectors.toSet());
    return owned.elements().entrySet().stream()
        .filter(e -> e.getValue().adopted() || keepers.contains(e.getValue().service()))
        .map(Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Every element of every collection that is not ours. */
  List<Element> foreign() {
    return foreignByCollection.values().stream().flatMap(List::stream).toList();
  }

  /** The foreign elements of one collection, in document order. */
  List<Element> foreign(String collection) {
    return foreignByCollection.getOrDefault(collection, List.of());
  }

  private static Map<String, List<Element>> foreign(
      GatewayDocument document, Set<ElementKey> ours) {
    Map<String, List<Element>> foreign = new LinkedHashMap<>();
    document
        .properties()
        .fieldNames()
        .forEachRemaining(
            collection ->
                foreign.put(
                    collection,
                    document.elements(collection).stream()
                        .filter(element -> !ours.contains(element.key()))
                        .toList()));
    return foreign;
  }
}
