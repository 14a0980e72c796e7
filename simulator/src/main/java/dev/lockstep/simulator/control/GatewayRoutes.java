package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.agw.Gateway;
import dev.lockstep.simulator.agw.Parts;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.json.MergePatch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a colleague does to one element of a gateway: the portal reads the whole document, changes
 * it and writes it back, and so does this.
 */
final class GatewayRoutes {
  private final ControlParts parts;
  private final Colleague colleague;

  GatewayRoutes(ControlParts parts) {
    this.parts = parts;
    this.colleague = new Colleague(parts.arm());
  }

  List<ControlRoute> routes() {
    String element = "/gateways/{gateway}/{collection}/{name}";
    return List.of(
        new ControlRoute(
            "PATCH",
            element,
            "Changes an element by JSON merge patch of the element.",
            this::patch),
        new ControlRoute(
            "PUT", element, "Adds or replaces an element; the body is its properties.", this::put),
        new ControlRoute("DELETE", element, "Removes an element.", this::delete),
        new ControlRoute(
            "GET",
            "/gateways/{gateway}/health",
            "Shows backend health as it is now, without an ARM call.",
            this::health));
  }

  private ArmResponse patch(ControlCall call) {
    if (call.body().isEmpty()) {
      throw BadInput.of("body", "must hold what to change, such as {\"properties\":{...}}");
    }
    return edit(
        call,
        document -> {
          ObjectNode element = require(call, document);
          ObjectNode patched = (ObjectNode) MergePatch.apply(element, call.body());
          patched.put("name", Parts.name(element));
          element.removeAll();
          element.setAll(patched);
        });
  }

  private ArmResponse put(ControlCall call) {
    return edit(
        call,
        document -> {
          ArrayNode elements = elements(call, document);
          elements.removeIf(old -> old.path("name").asText("").equalsIgnoreCase(call.name("name")));
          elements
              .addObject()
              .put("name", call.name("name"))
              .set("properties", call.body().deepCopy());
        });
  }

  private ArmResponse delete(ControlCall call) {
    return edit(
        call,
        document -> {
          require(call, document);
          elements(call, document)
              .removeIf(old -> old.path("name").asText("").equalsIgnoreCase(call.name("name")));
        });
  }

  private ArmResponse health(ControlCall call) {
    Gateway gateway = gateway(call);
    return ArmResponse.of(200, parts.world().locked(() -> parts.health().of(gateway, false)));
  }

  private ArmResponse edit(ControlCall call, Consumer<ObjectNode> change) {
    Gateway gateway = gateway(call);
    ArmResponse read = colleague.get(gateway.id());
    ObjectNode document =
        read.body()
            .filter(ObjectNode.class::isInstance)
            .map(ObjectNode.class::cast)
            .filter(body -> read.succeeded())
            .orElseThrow(() -> BadInput.notFound("gateway", "is gone; nothing to change"));
    change.accept(document);
    return Colleague.told(gateway.id(), colleague.put(gateway.id(), document));
  }

  private Gateway gateway(ControlCall call) {
    return Named.find(parts.world(), Gateway.class, "gateway", call.name("gateway"));
  }

  private static ArrayNode elements(ControlCall call, ObjectNode document) {
    return Json.child(document, "properties").withArray(call.name("collection"));
  }

  private static ObjectNode require(ControlCall call, ObjectNode document) {
    String collection = call.name("collection");
    Optional<ObjectNode> element = Parts.named(document, collection, call.name("name"));
    return element.orElseThrow(
        () ->
            BadInput.notFound(
                "name",
                "'%s' is not in %s; there are %s"
                    .formatted(
                        call.name("name"),
                        collection,
                        Parts.of(document, collection).stream().map(Parts::name).toList())));
  }
}
