package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Change;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/**
 * What happens to a service over time. A write is accepted (Updating, or Created when new) and ends
 * after the latency; meanwhile every other write gets 409 ServiceLocked.
 */
final class ServiceLife {
  private final World world;
  private final Operations operations;
  private final HostNames hostNames;

  ServiceLife(World world, Operations operations, HostNames hostNames) {
    this.world = world;
    this.operations = operations;
    this.hostNames = hostNames;
  }

  /** Refuses a write while another one runs. */
  void requireFree(Optional<ApimService> service) {
    if (service.filter(ApimService::busy).isPresent()) {
      ObjectNode error =
          ErrorBody.flat(
              "ServiceLocked",
              "The API Service %s is transitioning at this time. Please try the request again later."
                  .formatted(service.get().id().name()));
      error.putNull("details");
      error.putNull("innerError");
      throw new ArmFault(ArmResponse.of(409, ErrorBody.wrapped(error)));
    }
  }

  /** Takes a written service; its host names are served when the operation ends. */
  Operation update(Change change, ApimService written, boolean existed) {
    hostNames.mark(written.document(), false);
    world
        .resources()
        .put(
            written.withState(
                world.ids().shortEtag(), existed ? "Updating" : "Created", "Activating"));
    return operations.startMarking(
        change,
        "ApiManagementServiceUpdate",
        world.settings().latencies().apim(),
        fault ->
            fault.map(error -> fail(written.id(), error)).orElseGet(() -> complete(written.id())));
  }

  /** Starts the removal. */
  Operation delete(Change change, ApimService service) {
    world.resources().put(service.withState(world.ids().shortEtag(), "Terminating", "Deleted"));
    return operations.start(
        change,
        "ApiManagementServiceDelete",
        world.settings().latencies().apim(),
        () -> {
          world.resources().remove(service.id());
          return Operation.Outcome.SUCCESS;
        });
  }

  /** A failed update leaves the service Failed, with the new document and without its effects. */
  private Operation.Outcome fail(ResourceId id, ObjectNode error) {
    ApimService service = world.resources().find(id, ApimService.class).orElseThrow();
    world.resources().put(service.withState(world.ids().shortEtag(), "Failed", ""));
    return Operation.Outcome.failure(error);
  }

  private Operation.Outcome complete(ResourceId id) {
    ApimService service = world.resources().find(id, ApimService.class).orElseThrow();
    List<String> addresses =
        service
            .nextAddress()
            .map(List::of)
            .orElseGet(() -> new ServiceAddresses(world.resources()).of(service));
    ObjectNode document = service.document().deepCopy();
    hostNames.mark(document, true);
    AdditionalRegions.complete(id.name(), document, new ServiceAddresses(world.resources()));
    ApimService done =
        service
            .withDocument(document)
            .withAddresses(addresses)
            .withState(world.ids().shortEtag(), "Succeeded", "");
    world.resources().put(done);
    return Operation.Outcome.result(ServiceView.of(done));
  }
}
