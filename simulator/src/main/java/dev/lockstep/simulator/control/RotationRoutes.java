package dev.lockstep.simulator.control;

import dev.lockstep.simulator.apim.ApimService;
import dev.lockstep.simulator.apim.Rotation;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;
import java.util.List;

/** When services look into the vault: nobody knows of the real one but that it takes hours. */
final class RotationRoutes {
  private final World world;
  private final Rotation rotation;

  RotationRoutes(ControlParts parts) {
    this.world = parts.world();
    this.rotation = parts.rotation();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "PUT",
            "/services/{service}/rotation",
            "Keeps a service from taking renewed certificates, or lets it take the newest of all its certificates now: held.",
            this::hold));
  }

  private ArmResponse hold(ControlCall call) {
    ApimService service = Named.find(world, ApimService.class, "service", call.name("service"));
    Fields fields = call.fields();
    boolean held = fields.flag("held", true);
    fields.done();
    world.locked(
        () -> {
          rotation.hold(
              world.resources().find(service.id(), ApimService.class).orElse(service), held);
          return held;
        });
    return ArmResponse.of(
        200, Json.object().put("resource", service.id().toString()).put("held", held));
  }
}
