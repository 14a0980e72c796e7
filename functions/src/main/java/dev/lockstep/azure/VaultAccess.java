package dev.lockstep.azure;

import com.azure.core.client.traits.HttpTrait;
import com.azure.core.client.traits.TokenCredentialTrait;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.certificates.CertificateClient;
import com.azure.security.keyvault.certificates.CertificateClientBuilder;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import dev.lockstep.model.ConnectTo;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * How vaults are reached, whatever is read there: in time, with one short retry where a server
 * stumbled, and unlogged.
 *
 * @param http must not follow redirects
 * @param credential whose tokens go to vaults
 * @param connectTo where vaults stand in a rehearsal, by the vault's name as first part of the path
 */
record VaultAccess(HttpClient http, TokenCredential credential, ConnectTo connectTo) {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final HttpPipelinePolicy IN_TIME =
      (context, next) -> next.process().timeout(TIMEOUT);
  private static final int HTTPS = 443;
  private static final int SERVER_ERROR = 500;

  CertificateClient certificates(String vault) {
    return equipped(
            new CertificateClientBuilder().vaultUrl(url(vault)),
            vault,
            CertificateClientBuilder::disableChallengeResourceVerification)
        .buildClient();
  }

  /** Hands the value of a secret to a {@link SecretLift.Lifted} only. */
  SecretClient secrets(String vault) {
    return equipped(
            new SecretClientBuilder().vaultUrl(url(vault)),
            vault,
            SecretClientBuilder::disableChallengeResourceVerification)
        .addPolicy(new SecretLift())
        .buildClient();
  }

  private <B extends HttpTrait<B> & TokenCredentialTrait<B>> B equipped(
      B builder, String vault, UnaryOperator<B> rehearsing) {
    B equipped =
        builder
            .credential(credential)
            .httpClient(http)
            .httpLogOptions(AzureHttp.unlogged())
            .retryOptions(retry())
            .addPolicy(IN_TIME);
    // At an address the resource of the challenge cannot be the domain of the vault.
    return isRehearsed(vault) ? rehearsing.apply(equipped) : equipped;
  }

  // Not when throttled: the SDK would wait as long as it is told, and hold up the run.
  private static RetryOptions retry() {
    return new RetryOptions(new FixedDelayOptions(1, PAUSE))
        .setShouldRetryCondition(VaultAccess::stumbled);
  }

  private static boolean stumbled(RequestRetryCondition tried) {
    return tried.getResponse() == null || tried.getResponse().getStatusCode() >= SERVER_ERROR;
  }

  private boolean isRehearsed(String vault) {
    return connectTo.standIn(vault, HTTPS).isPresent();
  }

  private String url(String vault) {
    return connectTo
        .standIn(vault, HTTPS)
        .map(place -> "https://" + place + "/" + vault.substring(0, vault.indexOf('.')))
        .orElse("https://" + vault);
  }
}
