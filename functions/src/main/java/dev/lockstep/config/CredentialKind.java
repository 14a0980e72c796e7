package dev.lockstep.config;

/** How the app proves who it is. */
public enum CredentialKind {
  /** The managed identity of the function app. */
  MANAGED_IDENTITY("managedIdentity"),
  /** The chain of the developer's tools: environment, Azure CLI and others. */
  DEFAULT("default");

  private final String wireName;

  CredentialKind(String wireName) {
    this.wireName = wireName;
  }

  /** The name as the setting writes it. */
  public String wireName() {
    return wireName;
  }
}
