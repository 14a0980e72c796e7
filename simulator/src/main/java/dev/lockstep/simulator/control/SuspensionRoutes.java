package dev.lockstep.simulator.control;

import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;
import java.util.List;

/** Suspends services, as the platform does when their subscription is not paid for. */
final class SuspensionRoutes {
  private final World world;

  SuspensionRoutes(ControlParts parts) {
    this.world = parts.world();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "PUT",
            "/services/{service}/suspension",
            "Stops a service, which then answers nobody, or brings it back: suspended.",
            this::suspend));
  }

  private ArmResponse suspend(ControlCall call) {
    ApimService service = Named.find(world, ApimService.class, "service", call.name("service"));
    Fields fields = call.fields();
    boolean suspended = fields.flag("suspended", true);
    fields.done();
    String state =
        world.locked(
            () -> {
              ApimService now =
                  world.resources().find(service.id(), ApimService.class).orElse(service);
              if (now.busy()) {
                throw BadInput.of("service", "is being updated; try again when that has ended");
              }
              ApimService next = now.suspended(suspended, world.ids().shortEtag());
              world.resources().put(next);
              return next.state();
            });
    return ArmResponse.of(
        200, Json.object().put("resource", service.id().toString()).put("state", state));
  }
}
