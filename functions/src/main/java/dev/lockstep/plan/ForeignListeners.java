package dev.lockstep.plan;

import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.HostName;
import dev.lockstep.model.OwnerRecord;
import dev.lockstep.route.Entrance;
import dev.lockstep.route.Entrances;
import dev.lockstep.route.HostPattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The listeners of others by the place where they stand. Every host name of ours asks for them, so
 * they are read once.
 */
final class ForeignListeners {
  private final Entrances entrances;
  private final Map<Entrance, List<Element>> at = new HashMap<>();
  private final Map<Entrance, Map<HostPattern, List<Element>>> byHost = new HashMap<>();

  private ForeignListeners(Entrances entrances) {
    this.entrances = entrances;
  }

  /**
   * @param owned what is ours
   */
  static ForeignListeners of(GatewayDocument document, OwnerRecord owned) {
    ForeignListeners found = new ForeignListeners(Entrances.of(document));
    Stream.of("httpListeners", "listeners")
        .flatMap(collection -> document.elements(collection).stream())
        .filter(listener -> !owned.owns(listener.key()))
        .forEach(
            listener -> found.entrance(listener).ifPresent(where -> found.add(where, listener)));
    return found;
  }

  /** All that stand there: those of HTTP first, then those of TCP and TLS, in document order. */
  List<Element> at(ElementKey frontend, int port) {
    return at.getOrDefault(new Entrance(frontend, port), List.of());
  }

  /** Those that have exactly this name, be it a pattern or not. */
  List<Element> naming(ElementKey frontend, int port, HostName host) {
    return byHost
        .getOrDefault(new Entrance(frontend, port), Map.of())
        .getOrDefault(HostPattern.of(host), List.of());
  }

  /**
   * Whether a listener, whoever made it, stands on that frontend and on the port of that number.
   */
  boolean isAt(ElementKey frontend, int port, Element listener) {
    return entrance(listener).equals(Optional.of(new Entrance(frontend, port)));
  }

  /** Those of TCP and TLS: each takes the whole port. */
  List<Element> takingAll(ElementKey frontend, int port) {
    return at(frontend, port).stream()
        .filter(listener -> listener.key().collection().equals("listeners"))
        .toList();
  }

  private void add(Entrance where, Element listener) {
    at.computeIfAbsent(where, e -> new ArrayList<>()).add(listener);
    Map<HostPattern, List<Element>> hosts = byHost.computeIfAbsent(where, e -> new HashMap<>());
    ListenerHosts.of(listener).stream()
        .map(HostPattern::new)
        .distinct()
        .forEach(host -> hosts.computeIfAbsent(host, h -> new ArrayList<>()).add(listener));
  }

  private Optional<Entrance> entrance(Element listener) {
    return entrances.of(listener.properties());
  }
}
