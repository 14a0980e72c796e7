package dev.lockstep.simulator.network;

import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Resource;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ends the writes of plain resources: at once, or, when networks have a latency, after it. Then the
 * document holds from the start, the state is Updating, and gateways that refer to it must wait.
 */
final class NetworkWrites {
  private final World world;
  private final ArmEvents events;
  private final Operations operations;
  private final PlainShape shape;
  private final PlainStore store;

  NetworkWrites(
      World world, ArmEvents events, Operations operations, PlainShape shape, PlainStore store) {
    this.world = world;
    this.events = events;
    this.operations = operations;
    this.shape = shape;
    this.store = store;
  }

  /** The answer to a write that the store has taken. */
  ArmResponse end(ArmCall call, Supplier<ArmResponse> answer) {
    Duration latency = world.settings().latencies().network();
    if (!shape.network() || latency.isZero()) {
      events.done(call.write());
      return answer.get();
    }
    ResourceId root = call.id().root();
    Plain written = world.resources().find(root, Plain.class).orElseThrow();
    String name = operation(call.type());
    Operation operation =
        operations.startMarking(
            call.write(),
            name,
            latency,
            fault -> {
              settle(root, written.etag());
              return fault.map(Operation.Outcome::failure).orElse(Operation.Outcome.SUCCESS);
            });
    store.mark(root, Optional.of(new Resource.Ongoing(name, operation.due())));
    String location = Json.text(written.document(), "location").orElse("");
    return Links.network(answer.get(), call, operation, location, world);
  }

  /** A later write has another etag, and its own end. */
  private void settle(ResourceId root, String etag) {
    world
        .resources()
        .find(root, Plain.class)
        .filter(now -> now.etag().equals(etag))
        .ifPresent(now -> store.mark(root, Optional.empty()));
  }

  /** Such as {@code PutSubnetOperation} for {@code .../subnets}. */
  private static String operation(String type) {
    String collection = type.substring(type.lastIndexOf('/') + 1);
    String one = collection.replaceFirst("(?<=s)es$|s$", "");
    return "Put" + one.substring(0, 1).toUpperCase(Locale.ROOT) + one.substring(1) + "Operation";
  }
}
