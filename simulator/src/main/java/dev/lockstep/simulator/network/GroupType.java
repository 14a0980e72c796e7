package dev.lockstep.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.ResourceId;
import dev.lockstep.simulator.world.World;
import java.util.List;

/** Resource groups. */
public final class GroupType implements ResourceType {
  private final World world;

  /** Groups of one world. */
  public GroupType(World world) {
    this.world = world;
  }

  @Override
  public String type() {
    return "Microsoft.Resources/resourceGroups";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2015-01-01", "2025-12-31");
  }

  @Override
  public ArmResponse get(ArmCall call) {
    Plain group =
        world
            .resources()
            .find(call.id(), Plain.class)
            .orElseThrow(() -> Faults.groupNotFound(call.id().name()));
    return ArmResponse.of(200, view(group));
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ArrayNode value = Json.array();
    world.resources().below(call.id(), type()).forEach(found -> value.add(view((Plain) found)));
    return ArmResponse.of(200, Json.object().set("value", value));
  }

  @Override
  public ArmResponse put(ArmCall call) {
    boolean existed = world.resources().find(call.id()).isPresent();
    ObjectNode body = call.body();
    if (!body.path("location").isTextual()) {
      throw Faults.of(
          400, "LocationRequired", "The location property is required for this definition.");
    }
    seed(call.id(), body);
    Plain group = world.resources().find(call.id(), Plain.class).orElseThrow();
    return ArmResponse.of(existed ? 200 : 201, view(group));
  }

  @Override
  public void seed(ResourceId id, ObjectNode body) {
    ObjectNode document = body.deepCopy();
    document.remove(List.of("id", "name", "type", "properties"));
    world.resources().put(new Plain(id, document, "", ""));
  }

  private ObjectNode view(Plain group) {
    ObjectNode shown = Json.object();
    shown.put("id", group.id().toString());
    shown.put("name", group.id().name());
    shown.put("type", type());
    shown.setAll(group.document());
    shown.putObject("properties").put("provisioningState", "Succeeded");
    return shown;
  }
}
