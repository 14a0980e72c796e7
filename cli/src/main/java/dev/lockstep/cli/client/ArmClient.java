package dev.lockstep.cli.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.cli.world.Ready;
import java.util.Map;

/** A client of Resource Manager with a service principal of its own: the operator, not the app. */
public final class ArmClient {
  /** Of gateways and what is around them. */
  public static final String NETWORK = "2025-01-01";

  /** Of private zones. */
  public static final String PRIVATE_DNS = "2024-06-01";

  /** Of API Management. */
  public static final String APIM = "2024-05-01";

  private final Http http;
  private final String endpoint;
  private final String token;

  /** Logs in with the client id and secret of the ready file. */
  public ArmClient(Ready ready) {
    http = new Http(ready.caFile());
    endpoint = ready.text("armEndpoint");
    token = Login.token(http, ready, endpoint);
  }

  /** Reads a resource. */
  public JsonNode get(String id, String apiVersion) {
    return send("GET", url(id, apiVersion), "").orThrow("GET " + id).json();
  }

  /** Reads a resource that may not be there. */
  public Reply tryGet(String id, String apiVersion) {
    return send("GET", url(id, apiVersion), "");
  }

  /** Writes a resource. */
  public Reply put(String id, String apiVersion, JsonNode body) {
    return send("PUT", url(id, apiVersion), body.toString()).orThrow("PUT " + id);
  }

  /** Starts an action and returns the answer at its {@code Location} as it is now. */
  public Reply post(String id, String apiVersion) {
    return send("POST", url(id, apiVersion), "").orThrow("POST " + id);
  }

  /** Reads an absolute URL that ARM gave. */
  public Reply follow(String url) {
    return send("GET", url, "");
  }

  private Reply send(String method, String url, String body) {
    return http.send(
        method,
        url,
        Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
        body);
  }

  private String url(String id, String apiVersion) {
    return endpoint + id + "?api-version=" + apiVersion;
  }
}
