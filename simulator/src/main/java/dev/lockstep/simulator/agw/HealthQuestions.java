package dev.lockstep.simulator.agw;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Links;
import dev.lockstep.simulator.arm.Operation;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;
import java.util.List;
import java.util.Optional;

/** Questions for backend health: of everything, or of one pool and setting on demand. */
final class HealthQuestions {
  private static final String POOLS = "backendAddressPools";
  private static final String SETTINGS = "backendHttpSettingsCollection";

  private final World world;
  private final Operations operations;
  private final HealthQuery health;

  HealthQuestions(World world, Operations operations, HealthQuery health) {
    this.world = world;
    this.operations = operations;
    this.health = health;
  }

  /** Takes a question; the answer is where Location points. */
  ArmResponse ask(ArmCall call, Gateway gateway, String name) {
    boolean expand = call.request().parameter("$expand").isPresent();
    Operation operation =
        name.equalsIgnoreCase("backendhealth") ? all(call, gateway, expand) : one(call, gateway);
    return Links.networkLocation(
        ArmResponse.of(202, NullNode.getInstance()), call, operation, gateway.location(), world);
  }

  private Operation all(ArmCall call, Gateway gateway, boolean expand) {
    return operations.start(
        call.action("backendhealth"),
        "BackendHealthOperation",
        world.settings().latencies().health(),
        health.begin(gateway),
        () -> Operation.Outcome.result(health.of(now(gateway), expand)));
  }

  private Operation one(ArmCall call, Gateway gateway) {
    ObjectNode request = call.body();
    ObjectNode pool = part(gateway, request, "backendAddressPool", POOLS);
    ObjectNode settings = part(gateway, request, "backendHttpSettings", SETTINGS);
    HealthQuery.OnDemand question =
        health.onDemand(gateway, new HealthQuery.Trial(pool, settings, probe(request, settings)));
    return operations.start(
        call.action("getBackendHealthOnDemand"),
        "BackendHealthOnDemandOperation",
        world.settings().latencies().health(),
        question.ready(),
        () -> Operation.Outcome.result(question.answer().get()));
  }

  private Gateway now(Gateway gateway) {
    return world.resources().find(gateway.id(), Gateway.class).orElse(gateway);
  }

  /** The probe of the request. What it leaves out is as the default probe has it. */
  private static ObjectNode probe(ObjectNode request, ObjectNode settings) {
    ObjectNode properties = request.deepCopy();
    properties.remove(List.of("backendAddressPool", "backendHttpSettings"));
    if (!properties.has("protocol")) {
      properties.set("protocol", settings.path("properties").path("protocol"));
    }
    return Json.object().put("name", "onDemand").set("properties", properties);
  }

  private static ObjectNode part(
      Gateway gateway, ObjectNode request, String field, String collection) {
    String id = Json.text(request, field, "id").orElse("");
    Optional<ObjectNode> found =
        Parts.named(gateway.document(), collection, id.substring(id.lastIndexOf('/') + 1));
    return found.orElseThrow(
        () ->
            GatewayRule.refusal(
                "InvalidResourceReference",
                "Resource %s referenced by resource %s was not found. Please make sure that the referenced resource exists, and that both resources are in the same region."
                    .formatted(id, gateway.id())));
  }
}
