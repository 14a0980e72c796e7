package dev.lockstep.simulator.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

/**
 * The managed identity endpoint of App Service, api-version 2019-08-01 (Microsoft Learn,
 * overview-managed-identity): GET with {@code resource} and the header {@code X-IDENTITY-HEADER}.
 */
public final class IdentityEndpoint {
  private final Tokens tokens;
  private final Secrets secrets;

  /** The identity of the function app. */
  public IdentityEndpoint(Tokens tokens, Secrets secrets) {
    this.tokens = tokens;
    this.secrets = secrets;
  }

  /** Answers a request, given its query parameters and the header, when it was sent. */
  public ArmResponse token(Map<String, String> query, Optional<String> header) {
    if (header.isEmpty() || !same(header.get())) {
      return error(
          401,
          "The header X-IDENTITY-HEADER is missing or wrong; send the value of IDENTITY_HEADER.");
    }
    String version = query.getOrDefault("api-version", "");
    if (!version.equals("2019-08-01")) {
      return error(400, "The api-version '" + version + "' is not supported; use 2019-08-01.");
    }
    String resource = query.getOrDefault("resource", "");
    if (resource.isEmpty()) {
      return error(400, "The query parameter 'resource' is missing.");
    }
    Principal identity = Principals.LOCKSTEP;
    String clientId = query.getOrDefault("client_id", identity.clientId());
    if (!clientId.equalsIgnoreCase(identity.clientId())) {
      return error(400, "No user-assigned identity with client id '" + clientId + "' is assigned.");
    }
    Tokens.Issued issued = tokens.issue(identity, resource);
    ObjectNode body = Json.object();
    body.put("access_token", issued.text());
    body.put("expires_on", Long.toString(issued.expires().getEpochSecond()));
    body.put("resource", resource);
    body.put("token_type", "Bearer");
    body.put("client_id", identity.clientId());
    return ArmResponse.of(200, body).with("Cache-Control", "no-store");
  }

  private boolean same(String header) {
    return MessageDigest.isEqual(
        header.getBytes(StandardCharsets.UTF_8),
        secrets.identityHeader().getBytes(StandardCharsets.UTF_8));
  }

  private static ArmResponse error(int status, String message) {
    return ArmResponse.of(status, Json.object().put("statusCode", status).put("message", message));
  }
}
