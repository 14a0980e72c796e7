package dev.lockstep.simulator.apim;

import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.Faults;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.world.World;
import java.util.stream.Stream;

/** {@code service/locations/{region}/networkstatus}: the network status of one region. */
public final class RegionStatusType implements ResourceType {
  private final World world;

  /** Network status of regions in one world. */
  public RegionStatusType(World world) {
    this.world = world;
  }

  @Override
  public String type() {
    return "Microsoft.ApiManagement/service/locations/networkstatus";
  }

  @Override
  public ApiVersions versions() {
    return new ApiVersions("2021-08-01", "2024-05-01");
  }

  /** Locations are names, no resources. */
  @Override
  public boolean needsParent() {
    return false;
  }

  @Override
  public ArmResponse list(ArmCall call) {
    ApimService service =
        world
            .resources()
            .find(call.id().root(), ApimService.class)
            .orElseThrow(() -> Faults.resourceNotFound(call.id().root()));
    String wanted = Regions.compact(call.id().name());
    boolean there =
        Stream.concat(
                Stream.of(service.document()), AdditionalRegions.in(service.document()).stream())
            .anyMatch(region -> Regions.compact(region.path("location").asText("")).equals(wanted));
    if (!there) {
      throw Faults.resourceNotFound(call.id());
    }
    return ArmResponse.of(200, NetworkStatus.of(service, world.now()));
  }
}
