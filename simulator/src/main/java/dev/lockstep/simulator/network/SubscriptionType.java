package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.access.Access;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;

/** Subscriptions; there are those that the world was made with. */
public final class SubscriptionType implements ResourceType {
  private final World world;
  private final Access access;

  /** Subscriptions of one world; a caller sees those in which it has a role. */
  public SubscriptionType(World world, Access access) {
    this.world = world;
    this.access = access;
  }

  @Override
  public String type() {
    return "Microsoft.Resources/subscriptions";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2015-01-01", "2025-12-31");
  }

  @Override
  public ArmResponse get(ArmCall call) {
    return ArmResponse.of(200, view(call.id()));
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world.resources().all(Plain.class).stream()
        .map(Plain::id)
        .filter(id -> id.group().isEmpty() && id.namespace().isEmpty())
        .filter(id -> access.sees(call.principal(), id))
        .forEach(id -> value.add(view(id)));
    ObjectNode body = Json.object().set("value", value);
    body.putObject("count").put("type", "Total").put("value", value.size());
    return ArmResponse.of(200, body);
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    world.resources().put(new Plain(id, body, "", ""));
  }

  private static ObjectNode view(ResourceId id) {
    ObjectNode shown = Json.object();
    shown.put("id", id.toString());
    shown.put("authorizationSource", "RoleBased");
    shown.putArray("managedByTenants");
    shown.put("subscriptionId", id.name());
    shown.put("tenantId", Principals.TENANT);
    shown.put("displayName", "Simulated subscription");
    shown.put("state", "Enabled");
    shown
        .putObject("subscriptionPolicies")
        .put("locationPlacementId", "Internal_2014-09-01")
        .put("quotaId", "Internal_2014-09-01")
        .put("spendingLimit", "Off");
    return shown;
  }
}
