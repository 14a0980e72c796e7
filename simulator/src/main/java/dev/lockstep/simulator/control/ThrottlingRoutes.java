package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.Settings;
import dev.lockstep.simulator.world.Throttling;
import java.util.List;

/** Shows and sets how many requests ARM takes. */
final class ThrottlingRoutes {
  private final Settings settings;

  ThrottlingRoutes(ControlParts parts) {
    this.settings = parts.world().settings();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute(
            "GET", "/throttling", "Shows the token buckets of ARM.", call -> throttling()),
        new ControlRoute(
            "PATCH",
            "/throttling",
            "Sets the buckets: enforced, reads, writes, deletes (requests at once), readRefill, writeRefill, deleteRefill (more per second).",
            this::set));
  }

  private ArmResponse set(ControlCall call) {
    Fields fields = call.fields();
    Throttling next = throttling(fields, settings.throttling());
    fields.done();
    settings.set(next);
    return throttling();
  }

  static Throttling throttling(Fields fields, Throttling now) {
    return new Throttling(
        fields.flag("enforced", now.enforced()),
        bucket(fields, "reads", "readRefill", now.reads()),
        bucket(fields, "writes", "writeRefill", now.writes()),
        bucket(fields, "deletes", "deleteRefill", now.deletes()));
  }

  private static Throttling.Bucket bucket(
      Fields fields, String size, String refill, Throttling.Bucket now) {
    return new Throttling.Bucket(
        fields.positive(size, now.size()), fields.positive(refill, now.refill()));
  }

  private ArmResponse throttling() {
    Throttling now = settings.throttling();
    ObjectNode shown = Json.object();
    shown.put("enforced", now.enforced());
    shown.put("reads", now.reads().size()).put("readRefill", now.reads().refill());
    shown.put("writes", now.writes().size()).put("writeRefill", now.writes().refill());
    shown.put("deletes", now.deletes().size()).put("deleteRefill", now.deletes().refill());
    return ArmResponse.of(200, shown);
  }
}
