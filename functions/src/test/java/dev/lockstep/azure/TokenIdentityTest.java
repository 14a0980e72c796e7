package dev.lockstep.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenRequestContext;
import dev.lockstep.signal.Writer;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class TokenIdentityTest {
  private static final String OBJECT = "44444444-4444-4444-4444-444444444444";
  private static final String APP = "55555555-5555-5555-5555-555555555555";

  @Test
  void theTokenTellsWhoWeAre() {
    TokenIdentity identity =
        of(token("{\"oid\":\"" + OBJECT + "\",\"appid\":\"" + APP + "\",\"upn\":\"a@b.c\"}"));
    assertThat(identity.self()).isEmpty();

    identity.getToken(new TokenRequestContext()).block();

    assertThat(identity.self()).contains(new Writer(Optional.of(APP), Optional.of(OBJECT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b.c", "a.!.c", "e30.e30.e30"})
  void aTokenOfAnotherFormTellsNothing(String token) {
    TokenIdentity identity = of(token);

    identity.getToken(new TokenRequestContext()).block();

    assertThat(identity.self()).isEmpty();
  }

  private static String token(String claims) {
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".c2ln";
  }

  private static TokenIdentity of(String token) {
    return new TokenIdentity(request -> Mono.just(new AccessToken(token, OffsetDateTime.MAX)));
  }
}
