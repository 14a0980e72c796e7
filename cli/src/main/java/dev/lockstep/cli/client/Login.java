package dev.lockstep.cli.client;

import dev.lockstep.cli.world.Ready;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Gets tokens with the client id and secret of the ready file. */
final class Login {
  private Login() {}

  static String token(Http http, Ready ready, String resource) {
    String form =
        "grant_type=client_credentials"
            + field("client_id", ready.text("clientId"))
            + field("client_secret", ready.text("clientSecret"))
            + field("resource", resource);
    return http.send(
            "POST",
            ready.text("loginEndpoint") + "/oauth2/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            form)
        .orThrow("the login")
        .json()
        .path("access_token")
        .asText();
  }

  private static String field(String name, String value) {
    return "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The headers of a request to the storage account, with the operator's login. */
  static Map<String, String> toStorage(Http http, Ready ready) {
    return Map.of(
        "Authorization",
        "Bearer " + token(http, ready, "https://storage.azure.com"),
        "x-ms-version",
        "2024-11-04");
  }
}
