package dev.lockstep.azure;

/** What a read from a vault needs, in both permission models (Microsoft Learn, rbac-guide). */
enum VaultRight {
  CERTIFICATE(
      "Microsoft.KeyVault/vaults/certificates/read",
      "Lockstep Reconciler",
      "--certificate-permissions get"),
  SECRET(
      "Microsoft.KeyVault/vaults/secrets/getSecret/action",
      "Lockstep Certificate Chain Reader",
      "--secret-permissions get");

  private final String action;
  private final String role;
  private final String policy;

  VaultRight(String action, String role, String policy) {
    this.action = action;
    this.role = role;
    this.policy = policy;
  }

  /** The data action. */
  String action() {
    return action;
  }

  /**
   * The command that gives it by a role.
   *
   * @param vault name of the vault
   * @param identity object id of who gets it
   */
  String assignment(String vault, String identity) {
    return ("az role assignment create --role \"%s\" --assignee-object-id %s"
            + " --assignee-principal-type ServicePrincipal"
            + " --scope \"$(az keyvault show --name %s --query id --output tsv)\"")
        .formatted(role, identity, vault);
  }

  /** The command that gives it where the vault has access policies. */
  String accessPolicy(String vault, String identity) {
    return "az keyvault set-policy --name %s --object-id %s %s".formatted(vault, identity, policy);
  }
}
