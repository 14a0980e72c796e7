package dev.lockstep.simulator.control;

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

/** Does through ARM what a colleague does in the portal, so that audit and events follow. */
final class Colleague {
  private static final String PORTAL = "https://management.azure.com";
  private static final String GATEWAY_VERSION = "2025-01-01";
  private static final String SERVICE_VERSION = "2024-05-01";

  private final ArmApi arm;

  Colleague(ArmApi arm) {
    this.arm = arm;
  }

  ArmResponse get(ResourceId id) {
    return request("GET", id, "");
  }

  ArmResponse put(ResourceId id, JsonNode body) {
    return request("PUT", id, text(body));
  }

  ArmResponse patch(ResourceId id, JsonNode body) {
    return request("PATCH", id, text(body));
  }

  /** What the control API tells of a write: the answer of ARM in short. */
  static ArmResponse told(ResourceId id, ArmResponse response) {
    ObjectNode told = Json.object();
    told.put("resource", id.toString());
    told.put("armStatus", response.status());
    response
        .header("Azure-AsyncOperation")
        .or(() -> response.header("Location"))
        .ifPresent(url -> told.put("operation", url.substring(PORTAL.length())));
    if (!response.succeeded()) {
      response.body().ifPresent(body -> told.set("answer", body));
    }
    return ArmResponse.of(response.succeeded() ? 202 : response.status(), told);
  }

  private ArmResponse request(String method, ResourceId id, String body) {
    boolean service = id.type().startsWith("Microsoft.ApiManagement/");
    Map<String, String> query = Map.of("api-version", service ? SERVICE_VERSION : GATEWAY_VERSION);
    return arm.handleUndisturbed(
        new ArmRequest(method, PORTAL, id.toString(), query, Map.of(), body, Principals.COLLEAGUE));
  }

  private static String text(JsonNode body) {
    return new String(Json.bytes(body), StandardCharsets.UTF_8);
  }
}
