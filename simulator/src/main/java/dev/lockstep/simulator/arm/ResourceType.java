package dev.lockstep.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.world.ResourceId;

/**
 * What a resource type answers to each request. The front has already checked api-version,
 * subscription, group and parent; refusals are thrown as {@link ArmFault}.
 */
public interface ResourceType {
  /** Full type in its canonical writing. */
  String type();

  /** The api-versions it takes. */
  ApiVersions versions();

  /** Whether the resource above it in the id must exist. */
  default boolean needsParent() {
    return true;
  }

  /** Shows a resource. */
  default ArmResponse get(ArmCall call) {
    throw Faults.methodNotAllowed("GET", type());
  }

  /** Creates or replaces a resource. */
  default ArmResponse put(ArmCall call) {
    throw Faults.methodNotAllowed("PUT", type());
  }

  /** Changes a resource. */
  default ArmResponse patch(ArmCall call) {
    throw Faults.methodNotAllowed("PATCH", type());
  }

  /** Removes a resource. */
  default ArmResponse delete(ArmCall call) {
    throw Faults.methodNotAllowed("DELETE", type());
  }

  /** Lists resources; the id of the call is the subscription, group or parent to look in. */
  default ArmResponse list(ArmCall call) {
    throw Faults.methodNotAllowed("GET", type());
  }

  /** Runs an action on a resource. */
  default ArmResponse action(ArmCall call, String name) {
    throw Faults.typeNotFound(
        call.id().namespace().orElse(""), call.type() + "/" + name, call.apiVersion());
  }

  /** Lays a resource into the world as it is, without request, operation or event. */
  default void seed(ResourceId id, ObjectNode body) {
    throw new UnsupportedOperationException(type() + " cannot be seeded");
  }
}
