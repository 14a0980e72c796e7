package dev.lockstep.simulator.dns;

import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Change;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;

/**
 * Writes of private DNS that take effect later: 202, body {@code {}}, two URLs, as recorded; a
 * removal has no body, as specified.
 */
final class SlowWrite {
  private final World world;
  private final Operations operations;

  SlowWrite(World world, Operations operations) {
    this.world = world;
    this.operations = operations;
  }

  ArmResponse start(ArmCall call, Change change, String name, Runnable effect) {
    Operation operation =
        operations.start(
            change,
            name,
            world.settings().latencies().dnsZone(),
            () -> {
              effect.run();
              return Operation.Outcome.SUCCESS;
            });
    ArmResponse taken =
        call.request().method().equals("DELETE")
            ? ArmResponse.empty(202)
            : ArmResponse.of(202, Json.object());
    return Links.privateDns(taken, call, operation, world);
  }
}
