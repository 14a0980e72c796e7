package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.access.Access;
import dev.lockstep.simulator.access.ActionPattern;
import dev.lockstep.simulator.access.RoleAssignment;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.token.Principals;
import java.util.ArrayList;
import java.util.List;

/** Shows who may do what, and takes rights away. */
final class RoleRoutes {
  private final Access access;

  RoleRoutes(ControlParts parts) {
    this.access = parts.access();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute("GET", "/roles", "Shows every role assignment.", call -> roles()),
        new ControlRoute(
            "PUT",
            "/roles/{principal}/withheld",
            "Takes actions away from every role of a principal: actions, with *. An empty list gives all back.",
            this::withhold));
  }

  private ArmResponse withhold(ControlCall call) {
    Principal principal =
        Principals.byName(call.name("principal"))
            .orElseThrow(
                () ->
                    BadInput.notFound(
                        "principal",
                        "'%s' is nobody; there are lockstep, operator and colleague"
                            .formatted(call.name("principal"))));
    JsonNode given = call.body().path("actions");
    List<ActionPattern> actions = new ArrayList<>();
    given.forEach(action -> actions.add(new ActionPattern(action.asText(""))));
    boolean texts =
        given.isArray() && actions.stream().noneMatch(action -> action.text().isBlank());
    if (!texts || call.body().size() != 1) {
      throw BadInput.of("actions", "must be the only field, and an array of actions");
    }
    access.withhold(principal, actions);
    return roles();
  }

  private ArmResponse roles() {
    ArrayNode list = Json.array();
    access.assignments().forEach(assigned -> list.add(show(assigned)));
    return ArmResponse.of(200, Json.object().set("assignments", list));
  }

  private static ObjectNode show(RoleAssignment assigned) {
    ObjectNode shown = Json.object();
    shown.put("principal", assigned.principal().name());
    shown.put("scope", assigned.scope());
    shown.put("role", assigned.role().name());
    list(shown, "actions", assigned.role().actions());
    list(shown, "notActions", assigned.role().notActions());
    list(shown, "dataActions", assigned.role().dataActions());
    list(shown, "notDataActions", assigned.role().notDataActions());
    return shown;
  }

  private static void list(ObjectNode shown, String name, List<ActionPattern> patterns) {
    ArrayNode list = shown.putArray(name);
    patterns.forEach(pattern -> list.add(pattern.text()));
  }
}
