package dev.lockstep.offline;

import dev.lockstep.config.Cloud;
import dev.lockstep.model.InstanceId;
import java.time.Instant;

/**
 * What an offline plan cannot read from the files.
 *
 * @param instance the installation to plan for
 * @param vaultSuffix domain of the cloud's key vaults
 * @param at the time of the reads
 */
public record OfflineOptions(InstanceId instance, String vaultSuffix, Instant at) {
  /** The default instance in the public cloud. */
  public static OfflineOptions at(Instant at) {
    return new OfflineOptions(new InstanceId("lockstep"), Cloud.AZURE_PUBLIC.vaultSuffix(), at);
  }
}
