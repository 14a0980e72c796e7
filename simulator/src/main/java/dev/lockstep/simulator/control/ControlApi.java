package dev.lockstep.simulator.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Changes of the world from outside ARM. Its routes are listed by {@code GET /control}. */
public final class ControlApi {
  private static final String PREFIX = "/control";

  private final List<ControlRoute> routes;

  /** The control of one simulated Azure. */
  public ControlApi(ControlParts parts) {
    List<ControlRoute> all = new ArrayList<>();
    all.addAll(new ServiceRoutes(parts).routes());
    all.addAll(new SuspensionRoutes(parts).routes());
    all.addAll(new RotationRoutes(parts).routes());
    all.addAll(new GatewayRoutes(parts).routes());
    all.addAll(new VaultRoutes(parts).routes());
    all.addAll(new BackendRoutes(parts).routes());
    all.addAll(new SettingRoutes(parts).routes());
    all.addAll(new ThrottlingRoutes(parts).routes());
    all.addAll(new FaultRoutes(parts).routes());
    all.addAll(new RoleRoutes(parts).routes());
    all.addAll(new GovernanceRoutes(parts).routes());
    all.addAll(new AlertRoutes(parts).routes());
    all.addAll(new LookRoutes(parts).routes());
    routes = List.copyOf(all);
  }

  /** Answers a request. */
  public ArmResponse handle(String method, String path, Map<String, String> query, String body) {
    if (path.equals(PREFIX) || path.equals(PREFIX + "/")) {
      return ArmResponse.of(200, index());
    }
    if (!path.startsWith(PREFIX + "/")) {
      return notFound(path);
    }
    String rest = path.substring(PREFIX.length());
    boolean known = false;
    for (ControlRoute route : routes) {
      Optional<Map<String, String>> names = route.match(rest);
      known |= names.isPresent();
      if (names.isPresent() && route.method().equals(method)) {
        return run(route, names.get(), query, body);
      }
    }
    return known
        ? BadInput.of(method, "is not a method of " + path + "; see GET /control").response()
        : notFound(path);
  }

  private static ArmResponse run(
      ControlRoute route, Map<String, String> names, Map<String, String> query, String body) {
    try {
      return route.run().apply(new ControlCall(names, query, object(body)));
    } catch (BadInput refused) {
      return refused.response();
    }
  }

  private static ObjectNode object(String body) {
    if (body.isBlank()) {
      return Json.object();
    }
    try {
      JsonNode parsed = Json.parse(body.getBytes(StandardCharsets.UTF_8));
      if (parsed instanceof ObjectNode object) {
        return object;
      }
      throw BadInput.of("body", "must be a JSON object");
    } catch (JsonProcessingException malformed) {
      throw BadInput.of("body", "must be JSON: " + malformed.getOriginalMessage());
    }
  }

  private static ArmResponse notFound(String path) {
    return BadInput.notFound(path, "is no route; see GET /control").response();
  }

  private ObjectNode index() {
    ObjectNode index = Json.object();
    ArrayNode list = index.putArray("routes");
    routes.forEach(
        route ->
            list.addObject()
                .put("method", route.method())
                .put("path", PREFIX + route.template())
                .put("does", route.does()));
    return index;
  }
}
