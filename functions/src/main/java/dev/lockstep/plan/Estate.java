package dev.lockstep.plan;

import dev.lockstep.model.Binding;
import dev.lockstep.model.DeletePolicy;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.ResourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What stands on the gateway, and whose it is.
 *
 * @param document the gateway as it was read
 * @param owned the owner record without the elements that are gone: those are forgotten
 * @param dns what decisions on DNS look at
 * @param ports numbers of the frontend ports, by name in lower case
 */
record Estate(
    GatewayDocument document, OwnerRecord owned, DnsView dns, Map<String, Integer> ports) {

  static Estate of(PlanInput input, GatewayDocument document) {
    Map<ElementKey, Owned> present = new HashMap<>();
    input.observation().owned().elements().entrySet().stream()
        .filter(entry -> document.element(entry.getKey()).isPresent())
        .forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    return new Estate(document, new OwnerRecord(present), DnsView.of(input), ports(document));
  }

  /** The owned elements made for a host name, whichever service it was for. */
  List<ElementKey> ownedFor(HostName host) {
    return owned.elements().entrySet().stream()
        .filter(entry -> entry.getValue().host().equals(Optional.of(host)))
        .map(Entry::getKey)
        .toList();
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
    List<Element> foreign = new ArrayList<>();
    document
        .properties()
        .fieldNames()
        .forEachRemaining(
            collection ->
                document.elements(collection).stream()
                    .filter(element -> !owned.owns(element.key()))
                    .forEach(foreign::add));
    return foreign;
  }

  /** The foreign elements of one collection, in document order. */
  List<Element> foreign(String collection) {
    return document.elements(collection).stream()
        .filter(element -> !owned.owns(element.key()))
        .toList();
  }

  /** Whether the listener stands on that frontend and on the port of that number. */
  boolean isOn(ElementKey frontend, int port, Element listener) {
    // By name: all of them live in this gateway, and answers write the rest of an id in many ways.
    return name(listener, "frontendPort")
            .map(ports::get)
            .filter(number -> number == port)
            .isPresent()
        && name(listener, "frontendIPConfiguration")
            .filter(frontend.name()::equalsIgnoreCase)
            .isPresent();
  }

  private static Optional<String> name(Element listener, String property) {
    return listener.reference(property).map(id -> id.name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Integer> ports(GatewayDocument document) {
    return document.elements("frontendPorts").stream()
        .collect(
            Collectors.toMap(
                port -> port.key().name().toLowerCase(Locale.ROOT),
                port -> port.properties().path("port").asInt(),
                (first, second) -> first));
  }
}
