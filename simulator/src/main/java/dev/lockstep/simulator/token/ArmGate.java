package dev.lockstep.simulator.token;

import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets requests into ARM: a bearer token of this tenant, for ARM, that has not ended. */
public final class ArmGate {
  private static final String BEARER = "bearer ";

  /** Both are in use for the public cloud. */
  private static final List<String> PUBLIC_CLOUD =
      List.of("https://management.azure.com/", "https://management.core.windows.net/");

  private final Tokens tokens;

  /** A gate for tokens of an issuer. */
  public ArmGate(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * The principal of an Authorization header.
   *
   * @param authorization the header, when it was sent
   * @param endpoint the endpoint that was called, which is an audience like those of the public
   *     cloud; a slash at the end does not matter
   * @throws ArmFault 401 in the words of ARM when there is no good token
   */
  public Principal principal(Optional<String> authorization, String endpoint) {
    if (authorization.isEmpty()) {
      throw refusal(
          "AuthenticationFailed", "Authentication failed. The 'Authorization' header is missing.");
    }
    String value = authorization.get();
    if (!value.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw refusal(
          "AuthenticationFailedInvalidHeader",
          "Authentication failed. The 'Authorization' header is provided in an invalid format.");
    }
    Tokens.Verdict verdict = tokens.check(value.substring(BEARER.length()).trim());
    if (verdict instanceof Tokens.Verdict.Expired expired) {
      throw refusal(
          "ExpiredAuthenticationToken",
          "The access token expiry UTC time '"
              + expired.at()
              + "' is earlier than current UTC time.");
    }
    if (!(verdict instanceof Tokens.Verdict.Valid valid)) {
      throw refusal("InvalidAuthenticationToken", "The access token is invalid.");
    }
    List<String> audiences = new ArrayList<>(PUBLIC_CLOUD);
    audiences.add(endpoint);
    if (audiences.stream().noneMatch(known -> bare(known).equals(bare(valid.audience())))) {
      throw refusal(
          "InvalidAuthenticationTokenAudience",
          "The access token has been obtained for wrong audience or resource '%s'. It should exactly match with one of the allowed audiences '%s'."
              .formatted(valid.audience(), String.join("','", audiences)));
    }
    return valid.principal();
  }

  private static ArmFault refusal(String code, String message) {
    return Faults.of(401, code, message)
        .with(
            "WWW-Authenticate",
            "Bearer authorization_uri=\"https://login.windows.net/%s\", error=\"invalid_token\", error_description=\"%s\""
                .formatted(Principals.TENANT, message.replace("\"", "'")));
  }

  private static String bare(String audience) {
    String lower = audience.toLowerCase(Locale.ROOT);
    while (lower.endsWith("/")) {
      lower = lower.substring(0, lower.length() - 1);
    }
    return lower;
  }
}
