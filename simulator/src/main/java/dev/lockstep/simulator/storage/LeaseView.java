package dev.lockstep.simulator.storage;

/**
 * What a reader sees of a lease.
 *
 * @param infinite whether an active lease never expires; false when there is none
 */
public record LeaseView(LeaseState state, boolean infinite) {}
