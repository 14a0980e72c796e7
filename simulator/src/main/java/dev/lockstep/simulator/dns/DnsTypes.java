package dev.lockstep.simulator.dns;

import dev.lockstep.simulator.arm.ArmEvents;
import dev.lockstep.simulator.arm.Operations;
import dev.lockstep.simulator.arm.ResourceType;
import dev.lockstep.simulator.world.World;
import java.util.ArrayList;
import java.util.List;

/** All resource types of private and public DNS. */
public final class DnsTypes {
  private DnsTypes() {}

  /** The types for one world. */
  public static List<ResourceType> of(World world, ArmEvents events, Operations operations) {
    List<ResourceType> types = new ArrayList<>();
    for (ZoneKind zone : ZoneKind.values()) {
      types.add(new ZoneType(world, events, operations, zone));
      zone.kinds().forEach(kind -> types.add(new RecordSetType(world, events, zone, kind)));
      types.add(new AllRecordSets(world, zone, "ALL"));
    }
    types.add(new AllRecordSets(world, ZoneKind.PUBLIC, "recordsets"));
    types.add(new LinkType(world, operations));
    return types;
  }
}
