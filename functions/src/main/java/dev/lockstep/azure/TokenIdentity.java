package dev.lockstep.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.databind.JsonNode;
import dev.lockstep.port.Identity;
import dev.lockstep.signal.Writer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/**
 * A credential that remembers whose tokens pass through it. It reads the claims {@code oid} and
 * {@code appid} (Microsoft Learn, access-token-claims-reference) and keeps nothing else of a token.
 */
public final class TokenIdentity implements TokenCredential, Identity {
  private final TokenCredential credential;
  private final AtomicReference<Writer> latest = new AtomicReference<>();

  /**
   * @param credential where the tokens come from
   */
  public TokenIdentity(TokenCredential credential) {
    this.credential = credential;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return credential.getToken(request).doOnNext(this::remember);
  }

  @Override
  public AccessToken getTokenSync(TokenRequestContext request) {
    AccessToken token = credential.getTokenSync(request);
    remember(token);
    return token;
  }

  @Override
  public Optional<Writer> self() {
    return Optional.ofNullable(latest.get());
  }

  private void remember(AccessToken token) {
    claims(token.getToken())
        .map(
            claims ->
                new Writer(
                    text(claims, "appid").or(() -> text(claims, "azp")), text(claims, "oid")))
        .filter(Writer::isKnown)
        .ifPresent(latest::set);
  }

  /** The middle part of a signed token; empty when the token is of another form. */
  private static Optional<JsonNode> claims(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      byte[] json = Base64.getUrlDecoder().decode(parts[1]);
      return Optional.of(ArmJson.parse(json));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode claims, String name) {
    return Optional.of(claims.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }
}
