package dev.lockstep.simulator.chaos;

import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.storage.StorageServer;
import java.util.function.Function;

/**
 * What one process of an app has of the world.
 *
 * @param arm answers requests of the app's identity; throws {@link
 *     dev.lockstep.simulator.arm.ConnectionLost} when the connection is cut
 * @param storage the storage account
 * @param time the clock, also for what is measured
 * @param gate where every call goes through
 */
public record Outside(
    Function<ArmRequest, ArmResponse> arm, StorageServer storage, VirtualTime time, Gate gate) {}
