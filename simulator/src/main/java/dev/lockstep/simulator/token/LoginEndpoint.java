package dev.lockstep.simulator.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The part of the login service that service principals need: client credentials at {@code
 * /adfs/oauth2/token} and {@code /<tenant>/oauth2/v2.0/token}, and the discovery documents.
 */
public final class LoginEndpoint {
  private final Tokens tokens;
  private final Secrets secrets;

  /** A login for the operator and the colleague. */
  public LoginEndpoint(Tokens tokens, Secrets secrets) {
    this.tokens = tokens;
    this.secrets = secrets;
  }

  /**
   * Answers a token request.
   *
   * @param form decoded form fields
   */
  public ArmResponse token(Map<String, String> form) {
    if (!"client_credentials".equals(form.get("grant_type"))) {
      return error(
          400,
          "unsupported_grant_type",
          "AADSTS70003: The app requested an unsupported grant type; the simulator knows client_credentials.");
    }
    Optional<Principal> principal = principal(form.getOrDefault("client_id", ""));
    if (principal.isEmpty()) {
      return error(
          400,
          "unauthorized_client",
          "AADSTS700016: Application with identifier '%s' was not found in the directory."
              .formatted(form.getOrDefault("client_id", "")));
    }
    if (!secretOf(principal.get(), form.getOrDefault("client_secret", ""))) {
      return error(401, "invalid_client", "AADSTS7000215: Invalid client secret provided.");
    }
    Optional<String> audience = audience(form);
    if (audience.isEmpty()) {
      return error(
          400,
          "invalid_request",
          "AADSTS900144: The request body must contain the following parameter: 'scope'.");
    }
    Tokens.Issued issued = tokens.issue(principal.get(), audience.get());
    ObjectNode body = Json.object();
    body.put("token_type", "Bearer");
    body.put("expires_in", issued.lifetime().toSeconds());
    body.put("ext_expires_in", issued.lifetime().toSeconds());
    body.put("expires_on", Long.toString(issued.expires().getEpochSecond()));
    body.put("resource", issued.audience());
    body.put("access_token", issued.text());
    return ArmResponse.of(200, body).with("Cache-Control", "no-store");
  }

  /**
   * The discovery document of an authority.
   *
   * @param authority URL such as {@code https://127.0.0.1:8443/adfs}
   * @param tokenPath path of the token endpoint below it
   */
  public ArmResponse discovery(String authority, String tokenPath) {
    ObjectNode body = Json.object();
    body.put("issuer", authority);
    body.put("authorization_endpoint", authority + tokenPath.replace("token", "authorize"));
    body.put("token_endpoint", authority + tokenPath);
    body.put("device_authorization_endpoint", authority + tokenPath.replace("token", "devicecode"));
    body.put("jwks_uri", authority + "/discovery/keys");
    body.putArray("grant_types_supported").add("client_credentials");
    body.putArray("token_endpoint_auth_methods_supported").add("client_secret_post");
    body.putArray("response_types_supported").add("token");
    body.putArray("subject_types_supported").add("pairwise");
    return ArmResponse.of(200, body);
  }

  private static Optional<Principal> principal(String clientId) {
    return Stream.of(Principals.OPERATOR, Principals.COLLEAGUE)
        .filter(one -> one.clientId().equalsIgnoreCase(clientId))
        .findFirst();
  }

  private boolean secretOf(Principal principal, String given) {
    String wanted =
        principal.equals(Principals.OPERATOR) ? secrets.operator() : secrets.colleague();
    return MessageDigest.isEqual(
        wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Version 1 names the resource, version 2 a scope that ends in {@code /.default}. */
  private static Optional<String> audience(Map<String, String> form) {
    Optional<String> resource = Optional.ofNullable(form.get("resource"));
    return resource.or(
        () ->
            Arrays.stream(form.getOrDefault("scope", "").split(" ", -1))
                .filter(scope -> scope.endsWith("/.default"))
                .map(scope -> scope.substring(0, scope.length() - "/.default".length()))
                .findFirst());
  }

  private static ArmResponse error(int status, String error, String description) {
    return ArmResponse.of(
        status, Json.object().put("error", error).put("error_description", description));
  }
}
