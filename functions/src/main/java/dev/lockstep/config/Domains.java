package dev.lockstep.config;

import java.util.Optional;

/**
 * The domains below which tokens may go.
 *
 * @param vaults of key vaults, such as {@code vault.azure.net}
 * @param storage of storage accounts, or address and port of an emulator; empty when nothing is
 *     going to be read
 */
public record Domains(String vaults, Optional<String> storage) {
  /** Those of the addresses in use. */
  public static Domains of(CloudAddresses addresses) {
    return new Domains(addresses.vaultSuffix(), Optional.of(addresses.storageSuffix()));
  }
}
