package dev.lockstep.simulator.token;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What callers must know to get a token; new at every start, never logged.
 *
 * @param operator client secret of the operator
 * @param colleague client secret of the colleague
 * @param identityHeader value of X-IDENTITY-HEADER for the managed identity endpoint
 */
public record Secrets(String operator, String colleague, String identityHeader) {
  /** Draws new secrets. */
  public static Secrets random() {
    return new Secrets(draw(), draw(), draw());
  }

  private static String draw() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A record would show its values. */
  @Override
  public String toString() {
    return "Secrets[hidden]";
  }
}
