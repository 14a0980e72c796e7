package dev.lockstep.simulator.apim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.world.World;

/** {@code service/networkstatus}: the dependencies of the service, all reachable. */
public final class NetworkStatusType implements ResourceType {
  private final World world;

  /** Network status in one world. */
  public NetworkStatusType(World world) {
    this.world = world;
  }

  @Override
  public String type() {
    return "Microsoft.ApiManagement/service/networkstatus";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2021-08-01", "2024-05-01");
  }

  /** A GET of the bare type reads as a listing of it; the answer is an array, not a page. */
  @Override
  public ArmResponse list(ArmCall call) {
    ApimService service =
        world
            .resources()
            .find(call.id(), ApimService.class)
            .orElseThrow(() -> Faults.resourceNotFound(call.id()));
    ArrayNode regions = Json.array();
    regions.add(entry(service, service.document().path("location").asText("")));
    AdditionalRegions.in(service.document())
        .forEach(other -> regions.add(entry(service, other.path("location").asText(""))));
    return ArmResponse.of(200, regions);
  }

  private ObjectNode entry(ApimService service, String region) {
    ObjectNode location = Json.object();
    location.put("location", Regions.display(region));
    location.set("networkStatus", NetworkStatus.of(service, world.now()));
    return location;
  }
}
