package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.model.OwnerRecord.Owned;
import dev.lockstep.model.Reading;
import dev.lockstep.model.ResourceId;
import dev.lockstep.model.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands on the gateway, and whose it is.
 *
 * @param document the gateway as it was read
 * @param owned the owner record without the elements that are gone: those are forgotten
 * @param zones the zones as they were read
 * @param ports numbers of the frontend ports, by name in lower case
 */
record Estate(
    GatewayDocument document,
    OwnerRecord owned,
    Map<ResourceId, Reading<Zone>> zones,
    Map<String, Integer> ports) {

  static Estate of(PlanInput input, GatewayDocument document) {
    Map<ElementKey, Owned> present = new HashMap<>();
    input.observation().owned().elements().entrySet().stream()
        .filter(entry -> document.element(entry.getKey()).isPresent())
        .forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    return new Estate(
        document, new OwnerRecord(present), input.observation().zones(), ports(document));
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
