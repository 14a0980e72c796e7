package dev.lockstep.simulator.dns;

import dev.lockstep.simulator.arm.ApiVersions;
import dev.lockstep.simulator.arm.ArmCall;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.world.World;

/** The listing of all record sets of a zone, whatever their type. */
final class AllRecordSets implements ResourceType {
  private final World world;
  private final ZoneKind zone;
  private final String word;

  AllRecordSets(World world, ZoneKind zone, String word) {
    this.world = world;
    this.zone = zone;
    this.word = word;
  }

  @Override
  public String type() {
    return zone.zoneType() + "/" + word;
  }

  @Override
  public ApiVersions versions() {
    return ZoneType.VERSIONS;
  }

  @Override
  public ArmResponse list(ArmCall call) {
    return Paging.page(
        call,
        zone.kinds().stream()
            .flatMap(kind -> world.resources().below(call.id(), zone.zoneType() + "/" + kind))
            .map(RecordSet.class::cast));
  }
}
