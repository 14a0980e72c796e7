package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.util.Context;
import com.azure.security.keyvault.certificates.CertificateClient;
import com.azure.security.keyvault.certificates.CertificateClientBuilder;
import com.azure.security.keyvault.certificates.models.CertificateProperties;
import com.azure.security.keyvault.certificates.models.KeyVaultCertificate;
import com.azure.security.keyvault.certificates.models.KeyVaultCertificateWithPolicy;
import com.azure.security.keyvault.secrets.SecretClient;
import com.azure.security.keyvault.secrets.SecretClientBuilder;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.ConnectTo.Place;
import dev.lockstep.model.ReadFailure;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.Vault;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Key vaults through their SDK, with one short retry. Tokens go to hosts below the vault suffix
 * only.
 */
public final class KeyVault implements Vault {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final HttpPipelinePolicy IN_TIME =
      (context, next) -> next.process().timeout(TIMEOUT);
  private static final int HTTPS = 443;
  private static final String CERTIFICATES =
      "the data action Microsoft.KeyVault/vaults/certificates/read";
  private static final String SECRETS =
      "the role Lockstep Certificate Chain Reader (DEPLOY_CHAIN_VAULT_IDS)";

  private final HttpClient http;
  private final TokenCredential credential;
  private final String suffix;
  private final ConnectTo connectTo;
  private final Map<String, CertificateClient> certificates = new HashMap<>();
  private final Map<String, SecretClient> secrets = new HashMap<>();

  /**
   * @param http must not follow redirects
   * @param credential whose tokens go to vaults
   * @param suffix the domain below which vaults are trusted, without a dot at the beginning
   * @param connectTo where vaults stand in a rehearsal, by the vault's name as first part of the
   *     path
   */
  public KeyVault(HttpClient http, TokenCredential credential, String suffix, ConnectTo connectTo) {
    this.http = http;
    this.credential = credential;
    this.suffix = suffix;
    this.connectTo = connectTo;
  }

  @Override
  public Reading<VaultCertificate> certificate(SecretId id) {
    return read(id, CERTIFICATES, this::readCertificate);
  }

  @Override
  public Reading<List<Certificate>> chain(SecretId id) {
    return read(id, SECRETS, this::readChain);
  }

  private <T> Reading<T> read(SecretId id, String right, Function<SecretId, Reading<T>> read) {
    if (!id.vault().endsWith("." + suffix)) {
      return Reading.unread(VaultFailures.notOfThisCloud(id, suffix));
    }
    try {
      return read.apply(id);
    } catch (RuntimeException failed) {
      ReadFailure failure = VaultFailures.of(id, failed, right);
      return Reading.unread(failure);
    }
  }

  private Reading<VaultCertificate> readCertificate(SecretId id) {
    CertificateClient client = certificates(id.vault());
    if (id.version().isPresent()) {
      return told(
          id,
          client
              .getCertificateVersionWithResponse(id.name(), id.version().get(), Context.NONE)
              .getValue(),
          Optional.empty());
    }
    KeyVaultCertificateWithPolicy newest =
        client.getCertificateWithResponse(id.name(), Context.NONE).getValue();
    return told(id, newest, Optional.of(newest));
  }

  private static Reading<VaultCertificate> told(
      SecretId id, KeyVaultCertificate read, Optional<KeyVaultCertificateWithPolicy> whole) {
    if (read.getCer() == null) {
      return Reading.unread(VaultFailures.malformed(id, "has no certificate yet"));
    }
    CertificateProperties properties = read.getProperties();
    var policy = whole.map(KeyVaultCertificateWithPolicy::getPolicy);
    return Reading.known(
        new VaultCertificate(
            Optional.ofNullable(properties.getVersion()).orElse(""),
            Certificate.of(read.getCer()),
            policy.map(p -> p.getContentType()).map(Object::toString),
            policy.map(p -> p.getKeyType()).map(Object::toString),
            policy.map(p -> p.isExportable()),
            Optional.ofNullable(properties.isEnabled()),
            Optional.ofNullable(properties.getCreatedOn()).map(OffsetDateTime::toInstant),
            Optional.ofNullable(properties.getExpiresOn()).map(OffsetDateTime::toInstant)));
  }

  private Reading<List<Certificate>> readChain(SecretId id) {
    String version = id.version().orElse(null);
    return SecretChain.open(
            secrets(id.vault())
                .getSecretWithResponse(id.name(), version, Context.NONE)
                .getValue()
                .getValue())
        .map(Reading::known)
        .orElseGet(() -> Reading.unread(VaultFailures.malformed(id, "is neither PFX nor PEM")));
  }

  private synchronized CertificateClient certificates(String vault) {
    return certificates.computeIfAbsent(
        vault,
        name -> {
          CertificateClientBuilder builder =
              new CertificateClientBuilder()
                  .vaultUrl(url(name))
                  .credential(credential)
                  .httpClient(http)
                  .retryOptions(retry())
                  .addPolicy(IN_TIME);
          return (isRehearsed(name) ? builder.disableChallengeResourceVerification() : builder)
              .buildClient();
        });
  }

  private synchronized SecretClient secrets(String vault) {
    return secrets.computeIfAbsent(
        vault,
        name -> {
          SecretClientBuilder builder =
              new SecretClientBuilder()
                  .vaultUrl(url(name))
                  .credential(credential)
                  .httpClient(http)
                  .retryOptions(retry())
                  .addPolicy(IN_TIME);
          return (isRehearsed(name) ? builder.disableChallengeResourceVerification() : builder)
              .buildClient();
        });
  }

  private static RetryOptions retry() {
    return new RetryOptions(new FixedDelayOptions(1, Duration.ofMillis(300)));
  }

  private boolean isRehearsed(String vault) {
    return connectTo.standIn(vault, HTTPS).isPresent();
  }

  private String url(String vault) {
    Optional<Place> other = connectTo.standIn(vault, HTTPS);
    return other
        .map(place -> "https://" + place + "/" + vault.substring(0, vault.indexOf('.')))
        .orElse("https://" + vault);
  }
}
