package dev.lockstep.simulator.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockstep.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Issues and checks access tokens: JWTs with the claims that Azure services look at, signed with a
 * key that lives as long as the simulator. Thread-safe.
 */
public final class Tokens {
  private static final Duration LIFETIME = Duration.ofHours(1);
  private static final String ALGORITHM = "HmacSHA256";

  private final Clock clock;
  private final byte[] key = new byte[32];
  private final AtomicLong issued = new AtomicLong();

  /** Tokens by a clock, with a new key. */
  public Tokens(Clock clock) {
    this.clock = clock;
    new SecureRandom().nextBytes(key);
  }

  /**
   * A token as it was issued.
   *
   * @param text the token
   * @param audience resource that it is for
   * @param expires when it ends
   * @param lifetime how long it lives from now
   */
  public record Issued(String text, String audience, Instant expires, Duration lifetime) {}

  /** What a check found. */
  public sealed interface Verdict {
    /** The token is ours and still good. */
    record Valid(Principal principal, String audience) implements Verdict {}

    /** The token is ours and has ended. */
    record Expired(Instant at) implements Verdict {}

    /** The token is not ours. */
    record Invalid() implements Verdict {}
  }

  /** Issues a token for a principal and a resource. */
  public Issued issue(Principal principal, String audience) {
    return issue(principal, audience, LIFETIME);
  }

  /** Issues a token with a lifetime of its own; a negative one gives a token that has ended. */
  public Issued issue(Principal principal, String audience, Duration lifetime) {
    Instant now = clock.instant();
    Instant expires = now.plus(lifetime);
    ObjectNode claims = Json.object();
    claims.put("aud", audience);
    claims.put("iss", "https://sts.windows.net/" + Principals.TENANT + "/");
    claims.put("iat", now.getEpochSecond());
    claims.put("nbf", now.getEpochSecond());
    claims.put("exp", expires.getEpochSecond());
    claims.put("appid", principal.clientId());
    claims.put("idtyp", "app");
    claims.put("oid", principal.objectId());
    claims.put("sub", principal.objectId());
    claims.put("tid", Principals.TENANT);
    claims.put("uti", Long.toString(issued.incrementAndGet(), Character.MAX_RADIX));
    claims.put("ver", "1.0");
    ObjectNode header = Json.object().put("alg", "HS256").put("typ", "JWT");
    String content = encode(Json.bytes(header)) + "." + encode(Json.bytes(claims));
    return new Issued(content + "." + encode(sign(content)), audience, expires, lifetime);
  }

  /** Checks a token. */
  public Verdict check(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return new Verdict.Invalid();
    }
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      if (!MessageDigest.isEqual(signature, sign(parts[0] + "." + parts[1]))) {
        return new Verdict.Invalid();
      }
      JsonNode claims = Json.parse(Base64.getUrlDecoder().decode(parts[1]));
      Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
      if (!clock.instant().isBefore(expires)) {
        return new Verdict.Expired(expires);
      }
      Optional<Principal> principal = Principals.byObjectId(claims.path("oid").asText(""));
      return principal
          .<Verdict>map(known -> new Verdict.Valid(known, claims.path("aud").asText("")))
          .orElseGet(Verdict.Invalid::new);
    } catch (IllegalArgumentException | JsonProcessingException malformed) {
      return new Verdict.Invalid();
    }
  }

  private byte[] sign(String content) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(content.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
