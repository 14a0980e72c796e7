package dev.lockstep.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.model.ElementKey;
import dev.lockstep.model.GatewayDocument;
import dev.lockstep.model.GatewayDocument.Element;
import dev.lockstep.model.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the listeners of a document stand. The frontend ports are read once. */
public final class Entrances {
  private static final String PORTS = "frontendPorts";

  private final Map<ElementKey, Integer> numbers = new HashMap<>();

  private Entrances(GatewayDocument document) {
    for (Element port : document.elements(PORTS)) {
      numbers.putIfAbsent(port.key(), port.properties().path("port").asInt());
    }
  }

  /** Those of a document. */
  public static Entrances of(GatewayDocument document) {
    return new Entrances(document);
  }

  /**
   * Where a listener stands; empty when it names no frontend, or a port that is not there.
   *
   * @param listener its properties
   */
  public Optional<Entrance> of(JsonNode listener) {
    Optional<Integer> port = Reference.of(listener, "frontendPort", PORTS).map(numbers::get);
    return Reference.of(listener, "frontendIPConfiguration", Entrance.FRONTENDS)
        .flatMap(frontend -> port.map(number -> new Entrance(frontend, number)));
  }
}
