package dev.lockstep.simulator.token;

import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * Lets requests into vaults: a bearer token of this tenant for the vault service. Whoever comes
 * without one gets the challenge that the Key Vault clients wait for (Microsoft Learn,
 * authentication-requests-and-responses).
 */
public final class VaultGate {
  private static final String BEARER = "bearer ";

  private final Tokens tokens;

  /** A gate for tokens of an issuer. */
  public VaultGate(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The principal of an Authorization header.
   *
   * @param authorization the header, when it was sent
   * @param resource audience of the vault service, such as {@code https://vault.azure.net}
   * @param authority where tokens come from, with the tenant
   * @throws ArmFault 401 with the challenge when there is no good token
   */
  public Principal principal(Optional<String> authorization, String resource, String authority) {
    Optional<String> token =
        authorization
            .filter(value -> value.toLowerCase(Locale.ROOT).startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()).trim());
    if (token.isEmpty()) {
      throw challenge("AKV10000: Request is missing a Bearer or PoP token.", resource, authority);
    }
    Tokens.Verdict verdict = tokens.check(token.get());
    if (verdict instanceof Tokens.Verdict.Expired) {
      throw challenge("AKV10049: Token is expired.", resource, authority);
    }
    if (!(verdict instanceof Tokens.Verdict.Valid valid)) {
      throw challenge("AKV10046: Unable to validate the token signature.", resource, authority);
    }
    if (!valid.audience().replaceFirst("/$", "").equalsIgnoreCase(resource)) {
      throw challenge(
          "AKV10022: Invalid audience. Expected %s, found: %s."
              .formatted(resource, valid.audience()),
          resource,
          authority);
    }
    return valid.principal();
  }

  private static ArmFault challenge(String message, String resource, String authority) {
    var body = Json.object();
    body.putObject("error").put("code", "Unauthorized").put("message", message);
    return new ArmFault(
        ArmResponse.of(401, body)
            .with(
                "WWW-Authenticate",
                "Bearer authorization=\"%s\", resource=\"%s\"".formatted(authority, resource)));
  }
}
