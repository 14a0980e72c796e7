package dev.lockstep.simulator.dataplane.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.Optional;

/** The frontend IP configurations of a gateway. */
final class Frontends {
  private Frontends() {}

  /** Whether clients on the Internet come in there. */
  static boolean isPublic(Gateway gateway, String frontend) {
    return element(gateway, frontend)
        .flatMap(one -> Json.text(one, "properties", "publicIPAddress", "id"))
        .isPresent();
  }

  /** The private address of a frontend, when it has one. */
  static Optional<String> privateAddress(Gateway gateway, String frontend) {
    return element(gateway, frontend)
        .flatMap(one -> Json.text(one, "properties", "privateIPAddress"));
  }

  /** The address of a frontend in the world. */
  static Optional<String> address(Gateway gateway, String frontend, World world) {
    return element(gateway, frontend)
        .flatMap(one -> Json.text(one, "properties", "publicIPAddress", "id"))
        .flatMap(id -> world.look(() -> world.resources().find(ResourceId.of(id))))
        .flatMap(found -> Json.text(found.document(), "properties", "ipAddress"))
        .or(() -> privateAddress(gateway, frontend));
  }

  private static Optional<ObjectNode> element(Gateway gateway, String frontend) {
    return Parts.named(gateway.document(), "frontendIPConfigurations", frontend);
  }
}
