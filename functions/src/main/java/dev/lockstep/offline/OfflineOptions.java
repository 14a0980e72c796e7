package dev.lockstep.offline;

import dev.lockstep.config.Cloud;
import dev.lockstep.model.HostName;
import dev.lockstep.model.InstanceId;
import java.time.Instant;
import java.util.List;

/**
 * What an offline plan cannot read from the files.
 *
 * @param instance the installation to plan for
 * @param vaultSuffix domain of the cloud's key vaults
 * @param at the time of the reads
 * @param adopt host names whose hand-made elements are to be taken over
 */
public record OfflineOptions(
    InstanceId instance, String vaultSuffix, Instant at, List<HostName> adopt) {
  public OfflineOptions {
    adopt = List.copyOf(adopt);
  }

  /** Options that take over nothing. */
  public OfflineOptions(InstanceId instance, String vaultSuffix, Instant at) {
    this(instance, vaultSuffix, at, List.of());
  }

  /** The default instance in the public cloud. */
  public static OfflineOptions at(Instant at) {
    return new OfflineOptions(new InstanceId("lockstep"), Cloud.AZURE_PUBLIC.vaultSuffix(), at);
  }
}
