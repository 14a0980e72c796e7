package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.token.Principals;

/** The list of tenants: there is one. */
public final class TenantType implements ResourceType {
  @Override
  public String type() {
    return "Microsoft.Resources/tenants";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2015-01-01", "2025-12-31");
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ObjectNode tenant = Json.object();
    tenant.put("id", "/tenants/" + Principals.TENANT);
    tenant.put("tenantId", Principals.TENANT);
    tenant.put("tenantCategory", "Home");
    tenant.put("displayName", "Simulated tenant");
    return ArmResponse.of(200, Json.object().set("value", Json.array().add(tenant)));
  }
}
