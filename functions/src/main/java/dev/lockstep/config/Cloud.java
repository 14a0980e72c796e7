package dev.lockstep.config;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The clouds and their addresses, as Microsoft publishes them (Azure SDK for Java, {@code
 * AzureEnvironment} and {@code AzureAuthorityHosts}; Microsoft Learn, "Azure Government endpoints",
 * "Azure China developer guide").
 */
public enum Cloud {
  AZURE_PUBLIC(
      "AzurePublic",
      "https://management.azure.com",
      "https://management.azure.com",
      "https://login.microsoftonline.com",
      "vault.azure.net",
      "core.windows.net"),
  AZURE_CHINA(
      "AzureChina",
      "https://management.chinacloudapi.cn",
      "https://management.chinacloudapi.cn",
      "https://login.chinacloudapi.cn",
      "vault.azure.cn",
      "core.chinacloudapi.cn"),
  AZURE_US_GOVERNMENT(
      "AzureUSGovernment",
      "https://management.usgovcloudapi.net",
      "https://management.usgovcloudapi.net",
      "https://login.microsoftonline.us",
      "vault.usgovcloudapi.net",
      "core.usgovcloudapi.net");

  private final String wireName;
  private final String armEndpoint;
  private final String armAudience;
  private final String authorityHost;
  private final String vaultSuffix;
  private final String storageSuffix;

  Cloud(
      String wireName,
      String armEndpoint,
      String armAudience,
      String authorityHost,
      String vaultSuffix,
      String storageSuffix) {
    this.wireName = wireName;
    this.armEndpoint = armEndpoint;
    this.armAudience = armAudience;
    this.authorityHost = authorityHost;
    this.vaultSuffix = vaultSuffix;
    this.storageSuffix = storageSuffix;
  }

  /** The name as the setting writes it. */
  public String wireName() {
    return wireName;
  }

  /** Where Azure Resource Manager answers; no slash at the end. */
  public URI armEndpoint() {
    return URI.create(armEndpoint);
  }

  /** For whom ARM tokens are made; no slash at the end. */
  public String armAudience() {
    return armAudience;
  }

  /** Where tokens are asked for. */
  public URI authorityHost() {
    return URI.create(authorityHost);
  }

  /** Domain of key vaults. */
  public String vaultSuffix() {
    return vaultSuffix;
  }

  /** Domain of storage accounts, below {@code blob.} and {@code queue.}. */
  public String storageSuffix() {
    return storageSuffix;
  }

  /** The cloud of that name, ignoring case. */
  public static Optional<Cloud> fromWire(String name) {
    return Arrays.stream(values()).filter(c -> c.wireName.equalsIgnoreCase(name)).findFirst();
  }
}
