package dev.lockstep.cli.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lockstep.cli.world.Ready;
import java.util.Base64;
import java.util.Map;

/** Imports certificates into a vault, as {@code az keyvault certificate import} does. */
public final class VaultClient {
  private static final String API_VERSION = "7.4";

  private final Http http;
  private final String endpoint;
  private final String token;

  /** A client with the operator's login. */
  public VaultClient(Ready ready) {
    http = new Http(ready.caFile());
    endpoint = ready.text("vaultEndpoint");
    token = Login.token(http, ready, "https://vault.azure.net");
  }

  /** Imports a PFX as the newest version of a certificate. */
  public void importPfx(String vault, String name, byte[] pfx, String password) {
    String body =
        new ObjectMapper()
            .createObjectNode()
            .put("value", Base64.getEncoder().encodeToString(pfx))
            .put("pwd", password)
            .toString();
    http.send(
            "POST",
            "%s/%s/certificates/%s/import?api-version=%s"
                .formatted(endpoint, vault, name, API_VERSION),
            Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
            body)
        .orThrow("the import of " + name);
  }
}
