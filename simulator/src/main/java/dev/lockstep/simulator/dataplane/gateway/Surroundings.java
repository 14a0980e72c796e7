package dev.lockstep.simulator.dataplane.gateway;

import dev.lockstep.simulator.dataplane.net.Fabric;
import dev.lockstep.simulator.dataplane.net.Loopback;
import dev.lockstep.simulator.dataplane.net.Names;
import dev.lockstep.simulator.dataplane.probe.Prober;
import dev.lockstep.simulator.dataplane.tls.WorldIdentities;
import dev.lockstep.simulator.monitor.MetricLog;
import dev.lockstep.simulator.world.World;
import java.time.Instant;

/**
 * What all gateways of a data plane share.
 *
 * @param world the world
 * @param fabric who stands at which address
 * @param names DNS
 * @param identities keys and chains
 * @param loopback sockets
 * @param prober probes
 * @param metrics what is counted
 */
public record Surroundings(
    World world,
    Fabric fabric,
    Names names,
    WorldIdentities identities,
    Loopback loopback,
    Prober prober,
    MetricLog metrics) {

  Instant now() {
    return world.look(world::now);
  }
}
