package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Resources;
import java.util.Locale;
import java.util.Optional;

/** Subnets and public addresses that a gateway uses cannot be removed; texts as reported. */
final class InUse {
  private InUse() {}

  static void requireFree(Resources resources, ResourceId id) {
    String type = id.type().toLowerCase(Locale.ROOT);
    boolean subnet = type.endsWith("/subnets");
    if (!subnet && !type.endsWith("/publicipaddresses")) {
      return;
    }
    for (Gateway gateway : resources.all(Gateway.class)) {
      Optional<String> user = user(gateway, id);
      if (user.isPresent()) {
        throw subnet
            ? refusal(
                "InUseSubnetCannotBeDeleted",
                "Subnet %s is in use by %s and cannot be deleted. In order to delete the subnet, delete all the resources within the subnet. See aka.ms/deletesubnet."
                    .formatted(id.name(), user.get()))
            : refusal(
                "PublicIPAddressCannotBeDeleted",
                "Public IP address %s can not be deleted since it is still allocated to resource %s. In order to delete the public IP, disassociate/detach the Public IP address from the resource. To learn how to do this, see aka.ms/deletepublicip."
                    .formatted(id, user.get()));
      }
    }
  }

  private static Optional<String> user(Gateway gateway, ResourceId id) {
    for (String collection : new String[] {"gatewayIPConfigurations", "frontendIPConfigurations"}) {
      for (JsonNode part : gateway.document().path("properties").path(collection)) {
        boolean uses =
            part.findValuesAsText("id").stream().anyMatch(id.toString()::equalsIgnoreCase);
        if (uses) {
          return Optional.of(gateway.id() + "/" + collection + "/" + part.path("name").asText(""));
        }
      }
    }
    return Optional.empty();
  }

  private static ArmFault refusal(String code, String message) {
    return new ArmFault(ArmResponse.of(400, ErrorBody.wrapped(ErrorBody.detailed(code, message))));
  }
}
