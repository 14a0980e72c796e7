package dev.lockstep.simulator.control;

import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.health.Backends.Condition;
import dev.lockstep.simulator.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** Switches servers on and off, by host name or address. */
final class BackendRoutes {
  private final ControlParts parts;

  BackendRoutes(ControlParts parts) {
    this.parts = parts;
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "PUT",
            "/backends/{host}",
            "Sets how a server answers probes: condition (up, down, slow, error).",
            this::set));
  }

  private ArmResponse set(ControlCall call) {
    Fields fields = call.fields();
    AtomicReference<Condition> chosen = new AtomicReference<>(Condition.UP);
    fields.text("condition");
    fields.choice("condition", Condition.class, chosen::set);
    fields.done();
    Condition condition = chosen.get();
    parts
        .world()
        .locked(
            () -> {
              parts.backends().set(call.name("host"), condition);
              return condition;
            });
    return ArmResponse.of(
        200,
        Json.object()
            .put("host", call.name("host"))
            .put("condition", condition.name().toLowerCase(Locale.ROOT)));
  }
}
