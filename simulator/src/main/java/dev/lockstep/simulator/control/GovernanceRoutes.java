package dev.lockstep.simulator.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.access.ActionPattern;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.govern.Governance;
import dev.lockstep.simulator.govern.Lock;
import dev.lockstep.simulator.govern.Policy;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts locks on scopes and assigns policies that deny, as an administrator would. */
final class GovernanceRoutes {
  private final Governance governance;

  GovernanceRoutes(ControlParts parts) {
    this.governance = parts.governance();
  }

  List<ControlRoute> routes() {
    return List.of(
        new ControlRoute("GET", "/locks", "Shows the management locks.", call -> locks()),
        new ControlRoute(
            "PUT",
            "/locks/{name}",
            "Locks a scope (an id; everything below is locked too): level ReadOnly or CanNotDelete.",
            this::lock),
        new ControlRoute("DELETE", "/locks/{name}", "Removes a lock.", this::unlock),
        new ControlRoute("GET", "/policies", "Shows the policies that deny.", call -> policies()),
        new ControlRoute(
            "PUT",
            "/policies/{name}",
            "Denies writes below a scope: type of the resources (with *), tag that saves a document from it.",
            this::assign),
        new ControlRoute("DELETE", "/policies/{name}", "Removes a policy.", this::withdraw));
  }

  private ArmResponse lock(ControlCall call) {
    Fields fields = call.fields();
    Optional<ResourceId> scope = scope(fields);
    Optional<Lock.Level> level = level(fields);
    fields.done();
    governance.put(new Lock(call.name("name"), scope.orElseThrow(), level.orElseThrow()));
    return locks();
  }

  private ArmResponse unlock(ControlCall call) {
    if (!governance.removeLock(call.name("name"))) {
      throw BadInput.notFound("name", "is no lock; see GET /control/locks");
    }
    return locks();
  }

  private ArmResponse assign(ControlCall call) {
    Fields fields = call.fields();
    Optional<ResourceId> scope = scope(fields);
    String type = fields.text("type");
    Optional<String> tag = fields.optionalText("tag");
    fields.done();
    governance.put(
        new Policy(call.name("name"), scope.orElseThrow(), new ActionPattern(type), tag));
    return policies();
  }

  private ArmResponse withdraw(ControlCall call) {
    if (!governance.removePolicy(call.name("name"))) {
      throw BadInput.notFound("name", "is no policy; see GET /control/policies");
    }
    return policies();
  }

  /** The scope; empty after a problem. */
  private static Optional<ResourceId> scope(Fields fields) {
    String text = fields.text("scope");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(ResourceId.of(text));
    } catch (IllegalArgumentException noId) {
      fields.problem("scope", "must be the id of a subscription, resource group or resource");
      return Optional.empty();
    }
  }

  private static Optional<Lock.Level> level(Fields fields) {
    String text = fields.text("level");
    Optional<Lock.Level> level =
        Arrays.stream(Lock.Level.values())
            .filter(one -> one.word().equalsIgnoreCase(text))
            .findFirst();
    if (level.isEmpty() && !text.isEmpty()) {
      fields.problem("level", "must be ReadOnly or CanNotDelete");
    }
    return level;
  }

  private ArmResponse locks() {
    ArrayNode list = Json.array();
    for (Lock lock : governance.locks()) {
      list.addObject()
          .put("name", lock.name())
          .put("scope", lock.scope().toString())
          .put("level", lock.level().word());
    }
    return ArmResponse.of(200, Json.object().set("locks", list));
  }

  private ArmResponse policies() {
    ArrayNode list = Json.array();
    for (Policy policy : governance.policies()) {
      ObjectNode shown =
          list.addObject()
              .put("name", policy.name())
              .put("scope", policy.scope().toString())
              .put("type", policy.type().text());
      policy.tag().ifPresent(tag -> shown.put("tag", tag));
    }
    return ArmResponse.of(200, Json.object().set("policies", list));
  }
}
