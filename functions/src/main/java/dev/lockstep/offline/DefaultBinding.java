package dev.lockstep.offline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.model.GatewayDocument;
import java.util.List;
import java.util.Optional;

/**
 * The configuration that is meant when there is none and only one way to bind: one service, one
 * gateway, all zones that were found, and the defaults for the rest (so Proxy only, in mode plan).
 */
final class DefaultBinding {
  private DefaultBinding() {}

  /** The text of the configuration; empty when there is nothing to bind or a choice to make. */
  static Optional<String> of(World world) {
    if (world.gateways().size() != 1 || world.services().size() != 1) {
      return Optional.empty();
    }
    ObjectNode configuration = JsonNodeFactory.instance.objectNode();
    ObjectNode binding = configuration.putArray("bindings").addObject();
    binding.put("name", "default");
    binding.put("service", world.services().keySet().iterator().next().value());
    binding.put("gateway", world.gateways().keySet().iterator().next().value());
    ArrayNode zones = binding.putArray("zones");
    world.zones().keySet().forEach(zone -> zones.add(zone.value()));
    ObjectNode proxy = binding.putObject("endpoints").putObject("Proxy");
    publicFrontend(world.gateways().values().iterator().next())
        .ifPresent(name -> proxy.put("frontend", name));
    return Optional.of(configuration.toString());
  }

  /** The public frontend where there is one beside a private one, as APIs are mostly published. */
  private static Optional<String> publicFrontend(GatewayDocument gateway) {
    List<String> names =
        gateway.elements("frontendIPConfigurations").stream()
            .filter(frontend -> frontend.reference("publicIPAddress").isPresent())
            .map(frontend -> frontend.key().name())
            .toList();
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }
}
