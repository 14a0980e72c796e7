package dev.lockstep.simulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmApi;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Somebody else at work in the portal: reads show what is, writes meet what fate has for them. */
final class Colleague {
  private final ArmApi arm;

  Colleague(ArmApi arm) {
    this.arm = arm;
  }

  /** The document now; empty when it is not there. */
  Optional<ObjectNode> get(ResourceId id) {
    ArmResponse answer = request("GET", id, "");
    return answer.status() == 200
        ? answer.body().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
        : Optional.empty();
  }

  /** Writes; false when it was refused. */
  boolean put(ResourceId id, JsonNode body) {
    return request("PUT", id, text(body)).succeeded();
  }

  boolean patch(ResourceId id, JsonNode body) {
    return request("PATCH", id, text(body)).succeeded();
  }

  boolean delete(ResourceId id) {
    return request("DELETE", id, "").succeeded();
  }

  /** Runs an action, such as {@code stop}. */
  boolean post(ResourceId id, String action) {
    return request("POST", id, "/" + action, "").succeeded();
  }

  private ArmResponse request(String method, ResourceId id, String body) {
    return request(method, id, "", body);
  }

  private ArmResponse request(String method, ResourceId id, String more, String body) {
    String version =
        id.type().startsWith("Microsoft.ApiManagement/")
            ? "2024-05-01"
            : id.type().startsWith("Microsoft.Network/privateDnsZones")
                ? "2024-06-01"
                : "2025-01-01";
    ArmRequest request =
        new ArmRequest(
            method,
            "https://management.azure.com",
            id + more,
            Map.of("api-version", version),
            Map.of(),
            body,
            Principals.COLLEAGUE);
    return method.equals("GET") ? arm.handleUndisturbed(request) : arm.handle(request);
  }

  private static String text(JsonNode body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
