package dev.lockstep.simulator.control;

import dev.lockstep.simulator.access.Access;
import dev.lockstep.simulator.agw.HealthQuery;
import dev.lockstep.simulator.apim.Rotation;
import dev.lockstep.simulator.arm.ArmApi;
import dev.lockstep.simulator.audit.Audit;
import dev.lockstep.simulator.fault.FaultBook;
import dev.lockstep.simulator.govern.Governance;
import dev.lockstep.simulator.health.Backends;
import dev.lockstep.simulator.keyvault.Vaults;
import dev.lockstep.simulator.monitor.MetricLog;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.world.World;

/**
 * What the control API works on.
 *
 * @param world the world
 * @param arm the front of ARM, for changes that a colleague makes through it
 * @param audit the audit
 * @param vaults certificates
 * @param rotation how services take renewed certificates
 * @param backends servers outside the world
 * @param health backend health
 * @param pki certificate authorities
 * @param metrics what gateways count
 * @param access role assignments
 * @param governance locks and policies
 * @param faults what goes wrong
 */
public record ControlParts(
    World world,
    ArmApi arm,
    Audit audit,
    Vaults vaults,
    Rotation rotation,
    Backends backends,
    HealthQuery health,
    Pki pki,
    MetricLog metrics,
    Access access,
    Governance governance,
    FaultBook faults) {}
