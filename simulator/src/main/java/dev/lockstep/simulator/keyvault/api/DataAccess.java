package dev.lockstep.simulator.keyvault.api;

import dev.lockstep.simulator.token.Principal;
import dev.lockstep.simulator.world.ResourceId;

/** Who may do what with the contents of a vault. */
public interface DataAccess {
  /** Everybody who has a token may do everything. */
  DataAccess OPEN = (principal, action, vault) -> true;

  /**
   * Whether a principal may run a data action.
   *
   * @param action such as {@code Microsoft.KeyVault/vaults/secrets/getSecret/action}
   * @param vault the vault
   */
  boolean allows(Principal principal, String action, ResourceId vault);
}
