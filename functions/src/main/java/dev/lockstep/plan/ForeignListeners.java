package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.route.HostPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listeners of others by the place where they stand. Every host name of ours asks for them, so
 * they are read once.
 */
final class ForeignListeners {
  private final Map<String, Integer> ports;
  private final Map<Place, List<Element>> ofPlace = new HashMap<>();
  private final Map<Place, Map<HostPattern, List<Element>>> byHost = new HashMap<>();

  private ForeignListeners(Map<String, Integer> ports) {
    this.ports = ports;
  }

  /**
   * @param owned what is ours
   */
  static ForeignListeners of(GatewayDocument document, OwnerRecord owned) {
    ForeignListeners found = new ForeignListeners(ports(document));
    Stream.of("httpListeners", "listeners")
        .flatMap(collection -> document.elements(collection).stream())
        .filter(listener -> !owned.owns(listener.key()))
        .forEach(listener -> found.place(listener).ifPresent(at -> found.add(at, listener)));
    return found;
  }

  /** All that stand there: those of HTTP first, then those of TCP and TLS, in document order. */
  List<Element> at(ElementKey frontend, int port) {
    return ofPlace.getOrDefault(Place.of(frontend.name(), port), List.of());
  }

  /** Those that have exactly this name, be it a pattern or not. */
  List<Element> naming(ElementKey frontend, int port, HostName host) {
    return byHost
        .getOrDefault(Place.of(frontend.name(), port), Map.of())
        .getOrDefault(HostPattern.of(host), List.of());
  }

  /**
   * Whether a listener, whoever made it, stands on that frontend and on the port of that number.
   */
  boolean isAt(ElementKey frontend, int port, Element listener) {
    return place(listener).equals(Optional.of(Place.of(frontend.name(), port)));
  }

  /** Those of TCP and TLS: each takes the whole port. */
  List<Element> takingAll(ElementKey frontend, int port) {
    return at(frontend, port).stream()
        .filter(listener -> listener.key().collection().equals("listeners"))
        .toList();
  }

  private void add(Place place, Element listener) {
    ofPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(listener);
    Map<HostPattern, List<Element>> hosts = byHost.computeIfAbsent(place, p -> new HashMap<>());
    ListenerHosts.of(listener).stream()
        .map(HostPattern::new)
        .distinct()
        .forEach(host -> hosts.computeIfAbsent(host, h -> new ArrayList<>()).add(listener));
  }

  // By name: all of them live in this gateway, and answers write the rest of an id in many ways.
  private Optional<Place> place(Element listener) {
    Optional<Integer> port = name(listener, "frontendPort").map(ports::get);
    return name(listener, "frontendIPConfiguration")
        .flatMap(frontend -> port.map(number -> new Place(frontend, number)));
  }

  private static Optional<String> name(Element listener, String property) {
    String id = listener.properties().path(property).path("id").asText("");
    return Optional.of(id.substring(id.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
        .filter(name -> !name.isEmpty());
  }

  private static Map<String, Integer> ports(GatewayDocument document) {
    Map<String, Integer> ports = new HashMap<>();
    document
        .elements("frontendPorts")
        .forEach(
            port ->
                ports.putIfAbsent(
                    port.key().name().toLowerCase(Locale.ROOT),
                    port.properties().path("port").asInt()));
    return ports;
  }

  /** A frontend IP configuration, in lower case, and a port number. */
  private record Place(String frontend, int port) {
    static Place of(String frontend, int port) {
      return new Place(frontend.toLowerCase(Locale.ROOT), port);
    }
  }
}
