package dev.lockstep.simulator.eventgrid;

/** Where a subscription stands after its handshake. Only {@code Succeeded} gets events. */
public enum ProvisioningState {
  Succeeded,
  /** The endpoint answered well but not with the code: somebody must open the validation URL. */
  AwaitingManualAction,
  Failed
}
