package dev.lockstep.simulator.token;

import static dev.lockstep.simulator.TestAzure.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.simulator.ManualClock;
import dev.lockstep.simulator.arm.ArmFault;
import dev.lockstep.simulator.arm.ArmResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
  private static final String ENDPOINT = "https://127.0.0.1:8443";

  private final ManualClock clock = new ManualClock();
  private final Tokens tokens = new Tokens(clock);
  private final Secrets secrets = Secrets.random();
  private final ArmGate gate = new ArmGate(tokens);
  private final LoginEndpoint login = new LoginEndpoint(tokens, secrets);
  private final IdentityEndpoint identity = new IdentityEndpoint(tokens, secrets);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://management.azure.com/",
        "https://management.azure.com",
        "https://MANAGEMENT.core.windows.net/",
        "https://127.0.0.1:8443/",
        "https://127.0.0.1:8443"
      })
  void armTakesItsAudiences(String audience) {
    String token = tokens.issue(Principals.LOCKSTEP, audience).text();
    assertThat(gate.principal(Optional.of("Bearer " + token), ENDPOINT))
        .isEqualTo(Principals.LOCKSTEP);
  }

  @Test
  void armRefusesEverythingElseInItsOwnWords() {
    String good = tokens.issue(Principals.OPERATOR, ENDPOINT).text();
    assertRefused(Optional.empty(), "AuthenticationFailed");
    assertRefused(Optional.of("Basic abc"), "AuthenticationFailedInvalidHeader");
    assertRefused(Optional.of("Bearer nonsense"), "InvalidAuthenticationToken");
    assertRefused(
        Optional.of("Bearer " + good.substring(0, good.length() - 4) + "AAAA"),
        "InvalidAuthenticationToken");
    assertRefused(
        Optional.of("Bearer " + new Tokens(clock).issue(Principals.OPERATOR, ENDPOINT).text()),
        "InvalidAuthenticationToken");
    assertRefused(
        Optional.of(
            "Bearer " + tokens.issue(Principals.OPERATOR, "https://vault.azure.net").text()),
        "InvalidAuthenticationTokenAudience");
    clock.advance(Duration.ofHours(1));
    assertRefused(Optional.of("Bearer " + good), "ExpiredAuthenticationToken");
  }

  @Test
  void theIdentityEndpointSpeaksTheProtocolOfAppService() {
    Map<String, String> query =
        Map.of("api-version", "2019-08-01", "resource", "https://storage.azure.com/");
    ArmResponse response = identity.token(query, Optional.of(secrets.identityHeader()));
    assertThat(response.status()).isEqualTo(200);
    assertThat(body(response).path("token_type").asText()).isEqualTo("Bearer");
    assertThat(body(response).path("resource").asText()).isEqualTo("https://storage.azure.com/");
    assertThat(body(response).path("client_id").asText()).isEqualTo(Principals.LOCKSTEP.clientId());
    assertThat(body(response).path("expires_on").asText())
        .isEqualTo(Long.toString(clock.instant().plusSeconds(3600).getEpochSecond()));
    assertThat(tokens.check(body(response).path("access_token").asText()))
        .isEqualTo(new Tokens.Verdict.Valid(Principals.LOCKSTEP, "https://storage.azure.com/"));

    assertThat(identity.token(query, Optional.empty()).status()).isEqualTo(401);
    assertThat(identity.token(query, Optional.of("wrong")).status()).isEqualTo(401);
    Optional<String> header = Optional.of(secrets.identityHeader());
    assertThat(
            identity.token(Map.of("api-version", "2017-09-01", "resource", "x"), header).status())
        .isEqualTo(400);
    assertThat(identity.token(Map.of("api-version", "2019-08-01"), header).status()).isEqualTo(400);
    Map<String, String> other = new HashMap<>(query);
    other.put("client_id", "unknown");
    assertThat(identity.token(other, header).status()).isEqualTo(400);
    other.put("client_id", Principals.LOCKSTEP.clientId());
    assertThat(identity.token(other, header).status()).isEqualTo(200);
  }

  @Test
  void clientCredentialsOfBothVersions() {
    Map<String, String> form = form(Principals.OPERATOR, secrets.operator());
    form.put("resource", "https://management.core.windows.net/");
    assertThat(principalOf(login.token(form))).isEqualTo(Principals.OPERATOR);
    Map<String, String> two = form(Principals.COLLEAGUE, secrets.colleague());
    two.put("scope", "openid https://management.azure.com//.default");
    assertThat(principalOf(login.token(two))).isEqualTo(Principals.COLLEAGUE);

    assertThat(login.token(form(Principals.OPERATOR, secrets.operator())).status())
        .as("no scope")
        .isEqualTo(400);
    assertThat(login.token(form(Principals.OPERATOR, secrets.colleague())).status()).isEqualTo(401);
    assertThat(login.token(form(Principals.LOCKSTEP, "x")).status())
        .as("an identity has no secret")
        .isEqualTo(400);
    assertThat(login.token(Map.of("grant_type", "password")).status()).isEqualTo(400);
  }

  @Test
  void secretsDoNotShow() {
    assertThat(secrets.toString()).isEqualTo("Secrets[hidden]");
  }

  private Principal principalOf(ArmResponse response) {
    assertThat(response.status()).isEqualTo(200);
    return gate.principal(
        Optional.of("Bearer " + body(response).path("access_token").asText()), ENDPOINT);
  }

  private static Map<String, String> form(Principal principal, String secret) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", "client_credentials");
    form.put("client_id", principal.clientId());
    form.put("client_secret", secret);
    return form;
  }

  private void assertRefused(Optional<String> header, String code) {
    assertThatThrownBy(() -> gate.principal(header, ENDPOINT))
        .isInstanceOfSatisfying(
            ArmFault.class,
            fault -> {
              assertThat(fault.response().status()).isEqualTo(401);
              assertThat(fault.response().header("WWW-Authenticate").orElse(""))
                  .startsWith("Bearer authorization_uri=\"https://login.windows.net/");
              assertThat(body(fault.response()).at("/error/code").asText()).isEqualTo(code);
            });
  }
}
