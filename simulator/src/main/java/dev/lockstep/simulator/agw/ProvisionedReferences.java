package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.Optional;

/**
 * What a gateway refers to is not being written just then. Text as reported for subnets
 * (Azure/azure-sdk-for-go 588).
 */
final class ProvisionedReferences {
  private final World world;

  ProvisionedReferences(World world) {
    this.world = world;
  }

  /** Refuses with 429 what must wait for another resource. */
  void require(ResourceId gateway, ObjectNode document) {
    for (Reference reference : Reference.in(gateway, document)) {
      Optional<Resource> target = find(reference.target());
      target
          .flatMap(Resource::ongoing)
          .ifPresent(
              write -> {
                throw refusal(gateway, target.get().id(), write);
              });
    }
  }

  private ArmFault refusal(ResourceId gateway, ResourceId target, Resource.Ongoing write) {
    ObjectNode detail =
        ErrorBody.flat(
            "ReferencedResourceNotProvisioned",
            "Cannot proceed with operation because resource %s used by resource %s is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is %s."
                .formatted(target, gateway, write.operation()));
    ObjectNode error = ErrorBody.detailed("RetryableError", "A retryable error occurred.", detail);
    return new ArmFault(ArmResponse.of(429, ErrorBody.wrapped(error)))
        .with("Retry-After", Links.seconds(Duration.between(world.now(), write.until())));
  }

  private Optional<Resource> find(String id) {
    try {
      return world.resources().find(ResourceId.of(id));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
