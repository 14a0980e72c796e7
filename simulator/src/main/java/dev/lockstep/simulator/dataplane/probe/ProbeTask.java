package dev.lockstep.simulator.dataplane.probe;

import dev.lockstep.simulator.dataplane.net.LastGoodAnswers;
import dev.lockstep.simulator.dataplane.tls.TrustPolicy;
import dev.lockstep.simulator.health.Target;
import dev.lockstep.simulator.world.ResourceId;
import java.util.Optional;

/**
 * What one probe needs to know.
 *
 * @param target setting and probe
 * @param server name or address of the server, as the pool has it
 * @param isName whether it is a name
 * @param subnet where the gateway stands
 * @param answers what the gateway knows of names
 * @param policy whom the setting trusts
 */
public record ProbeTask(
    Target target,
    String server,
    boolean isName,
    Optional<ResourceId> subnet,
    LastGoodAnswers answers,
    TrustPolicy policy) {}
