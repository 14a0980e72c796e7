package dev.lockstep.plan;

import dev.lockstep.desire.ElementNames;
import dev.lockstep.desire.Kind;
import dev.lockstep.desire.Site;
import dev.lockstep.model.Binding;
import dev.lockstep.model.GatewayDocument.Element;
import java.util.Comparator;
import java.util.Optional;

/**
 * The frontend ports of all sites of a gateway: those that stand there, whoever made them, because
 * a gateway can have a port number only once; else new ones.
 */
final class PortChoice {
  private PortChoice() {}

  /** The ports with what else is common; empty when no binding wants any. */
  static Optional<Commons> of(PlanInput input, Estate estate) {
    return input.bindings().stream()
        .min(Comparator.comparing(Binding::name))
        .map(binding -> new ElementNames(binding.prefix(), input.instance()))
        .map(
            names ->
                new Commons(
                    port(Site.Port.HTTPS, names, estate),
                    port(Site.Port.HTTP, names, estate),
                    new ForeignRoots(estate),
                    new BackendRoots(input, estate)));
  }

  private static Site.Port port(int number, ElementNames names, Estate estate) {
    Optional<Element> standing =
        estate.document().elements(Kind.PORT.collection()).stream()
            .filter(port -> port.properties().path("port").asInt() == number)
            .findFirst();
    return standing
        .map(port -> new Site.Port(port.key(), number, estate.owned().owns(port.key())))
        .orElseGet(() -> new Site.Port(names.key(Kind.PORT, String.valueOf(number)), number, true));
  }
}
