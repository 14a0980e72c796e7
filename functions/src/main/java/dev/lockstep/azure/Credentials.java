package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.identity.DefaultAzureCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import java.net.URI;
import java.util.Optional;

/** Makes the credential that the configuration names. */
public final class Credentials {
  private Credentials() {}

  /**
   * The managed identity of the function app.
   *
   * @param clientId names a user-assigned identity; empty for the system-assigned one
   */
  public static TokenCredential managedIdentity(Optional<String> clientId, HttpClient client) {
    ManagedIdentityCredentialBuilder builder =
        new ManagedIdentityCredentialBuilder()
            .httpClient(client)
            .httpLogOptions(AzureHttp.unlogged());
    clientId.ifPresent(builder::clientId);
    return builder.build();
  }

  /**
   * Whatever the machine offers: environment, managed identity, a developer's login.
   *
   * @param clientId names a user-assigned identity, where there is one
   * @param authority where tokens come from
   */
  public static TokenCredential whateverIsThere(
      Optional<String> clientId, URI authority, HttpClient client) {
    DefaultAzureCredentialBuilder builder =
        new DefaultAzureCredentialBuilder()
            .authorityHost(authority.toString())
            .httpClient(client)
            .httpLogOptions(AzureHttp.unlogged());
    clientId.ifPresent(builder::managedIdentityClientId);
    return builder.build();
  }
}
