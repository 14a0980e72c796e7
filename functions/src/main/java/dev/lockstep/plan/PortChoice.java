package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.Comparator;
import java.util.Optional;

/**
 * The frontend port of all sites of a gateway: the one that stands there, whoever made it, because
 * a gateway can have a port number only once; else a new one.
 */
final class PortChoice {
  private PortChoice() {}

  static Optional<Site.Port> of(PlanInput input, Estate estate) {
    Optional<Element> standing =
        estate.document().elements(Kind.PORT.collection()).stream()
            .filter(port -> port.properties().path("port").asInt() == Site.Port.NUMBER)
            .findFirst();
    if (standing.isPresent()) {
      return standing.map(port -> new Site.Port(port.key(), estate.owned().owns(port.key())));
    }
    return input.bindings().stream()
        .min(Comparator.comparing(Binding::name))
        .map(binding -> new ElementNames(binding.prefix(), input.instance()))
        .map(names -> new Site.Port(names.key(Kind.PORT, String.valueOf(Site.Port.NUMBER)), true));
  }
}
