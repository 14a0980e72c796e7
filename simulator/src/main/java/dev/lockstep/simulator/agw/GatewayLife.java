package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ErrorBody;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.Switches.ConcurrentPut;
import dev.lockstep.simulator.world.Switches.VaultCheck;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * What happens to a gateway over time.
 *
 * <pre>
 * state      PUT or PATCH                        completion      DELETE
 * (none)     created, Updating                   -               -
 * Succeeded  Updating, new etag                  -               Deleting
 * Updating   earlier one Canceled, Updating      Succeeded or    Deleting
 *            (or 429, by switch)                 Failed, new etag
 * Failed     Updating                            -               Deleting
 * start, stop: as a PUT; operationalState Starting or Stopping, at the end Running or Stopped
 * Deleting   409                                 gone            409
 * </pre>
 */
final class GatewayLife {
  private final World world;
  private final Operations operations;
  private final KeyVaultAccess access;

  GatewayLife(World world, Operations operations, KeyVaultAccess access) {
    this.world = world;
    this.operations = operations;
    this.access = access;
  }

  /** Refuses a write that may not start now. */
  void requireWritable(Optional<Gateway> before) {
    if (before.isEmpty()) {
      return;
    }
    Optional<Operation> running = running(before.get());
    if (before.get().state().equals("Deleting")) {
      throw busy(409, before.get(), running);
    }
    if (running.isPresent()
        && world.settings().switches().concurrentPut() == ConcurrentPut.REFUSE) {
      throw busy(429, before.get(), running);
    }
  }

  /** Takes a written gateway: the one running before is superseded, completion comes later. */
  Operation write(ArmCall call, Gateway written, String name) {
    world
        .resources()
        .find(written.id(), Gateway.class)
        .flatMap(this::running)
        .ifPresent(earlier -> operations.supersede(earlier, name + " (" + call.requestId() + ")"));
    world.resources().put(written.accepted(world.ids().weakEtag(), call.requestId()));
    // A PUT starts a stopped gateway (MicrosoftDocs/azure-docs); new tags do not.
    boolean tags = call.request().method().equals("PATCH");
    String after = tags ? written.operationalState() : "Running";
    return operations.startMarking(
        call.write(),
        name,
        world.settings().latencies().gateway(),
        fault -> complete(written.id(), after, fault));
  }

  /** Starts or stops the machines. */
  Operation power(ArmCall call, Gateway gateway, Power power) {
    running(gateway)
        .ifPresent(
            earlier ->
                operations.supersede(earlier, power.operation() + " (" + call.requestId() + ")"));
    world
        .resources()
        .put(
            gateway
                .accepted(world.ids().weakEtag(), call.requestId())
                .withOperationalState(power.during()));
    return operations.startMarking(
        call.action(power.name().toLowerCase(Locale.ROOT)),
        power.operation(),
        world.settings().latencies().gateway(),
        fault -> complete(gateway.id(), power.after(), fault));
  }

  /** Refuses a document that names a secret it cannot read, where that is told at once. */
  void requireReadable(Gateway written) {
    if (world.settings().switches().vaultCheck() == VaultCheck.AT_ONCE) {
      access
          .refusal(written)
          .ifPresent(
              error -> {
                throw new ArmFault(ArmResponse.of(400, ErrorBody.wrapped(error)));
              });
    }
  }

  /** Starts the removal. */
  Operation delete(ArmCall call, Gateway gateway) {
    String name = "DeleteApplicationGatewayOperation";
    running(gateway)
        .ifPresent(earlier -> operations.supersede(earlier, name + " (" + call.requestId() + ")"));
    world
        .resources()
        .put(gateway.accepted(world.ids().weakEtag(), call.requestId()).withState("Deleting"));
    return operations.start(
        call.deletion(),
        name,
        world.settings().latencies().gateway(),
        () -> {
          world.resources().remove(gateway.id());
          return Operation.Outcome.SUCCESS;
        });
  }

  private Operation.Outcome complete(
      ResourceId id, String operational, Optional<ObjectNode> fault) {
    Gateway gateway = world.resources().find(id, Gateway.class).orElseThrow();
    Optional<ObjectNode> error = fault.or(() -> access.refusal(gateway));
    String state = error.isPresent() ? "Failed" : "Succeeded";
    // A failed one keeps the new document.
    world.resources().put(gateway.settled(world.ids().weakEtag(), state, operational));
    return error.map(Operation.Outcome::failure).orElse(Operation.Outcome.SUCCESS);
  }

  private Optional<Operation> running(Gateway gateway) {
    return gateway.operation().flatMap(operations::find).filter(Operation::running);
  }

  private ArmFault busy(int status, Gateway gateway, Optional<Operation> running) {
    Duration left =
        running
            .map(operation -> Duration.between(world.now(), operation.due()))
            .orElse(Duration.ofSeconds(1));
    String seconds = Links.seconds(left);
    ObjectNode detail =
        ErrorBody.flat(
            "RetryableErrorDueToAnotherOperation",
            "Operation %s is updating resource %s. The call can be retried in %s seconds."
                .formatted(running.map(Operation::label).orElse("unknown"), gateway.id(), seconds));
    ObjectNode error = ErrorBody.detailed("RetryableError", "A retryable error occurred.", detail);
    return new ArmFault(
        ArmResponse.of(status, ErrorBody.wrapped(error)).with("Retry-After", seconds));
  }
}
