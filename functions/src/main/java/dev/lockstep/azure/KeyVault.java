package dev.lockstep.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.util.Context;
import com.azure.security.keyvault.certificates.CertificateClient;
import com.azure.security.keyvault.certificates.models.CertificateProperties;
import com.azure.security.keyvault.certificates.models.KeyVaultCertificate;
import com.azure.security.keyvault.certificates.models.KeyVaultCertificateWithPolicy;
import com.azure.security.keyvault.secrets.SecretClient;
import dev.lockstep.model.Certificate;
import dev.lockstep.model.ConnectTo;
import dev.lockstep.model.Reading;
import dev.lockstep.model.SecretId;
import dev.lockstep.model.VaultCertificate;
import dev.lockstep.port.Vault;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Key vaults through their SDK. Tokens go to hosts below the vault suffix only. */
public final class KeyVault implements Vault {

  private final String suffix;
  private final VaultAccess access;
  private final Map<String, CertificateClient> certificates = new ConcurrentHashMap<>();
  private final Map<String, SecretClient> secrets = new ConcurrentHashMap<>();

  /**
   * @param http must not follow redirects, nor keep what it read, as {@link AzureHttp}
   * @param credential whose tokens go to vaults
   * @param suffix the domain below which vaults are trusted, without a dot at the beginning
   * @param connectTo where vaults stand in a rehearsal, by the vault's name as first part of the
   *     path
   */
  public KeyVault(HttpClient http, TokenCredential credential, String suffix, ConnectTo connectTo) {
    this.suffix = suffix;
    this.access = new VaultAccess(http, credential, connectTo);
  }

  @Override
  public Reading<VaultCertificate> certificate(SecretId id) {
    return read(id, VaultRight.CERTIFICATE, this::readCertificate);
  }

  @Override
  public Reading<List<Certificate>> chain(SecretId id) {
    return read(id, VaultRight.SECRET, this::readChain);
  }

  private <T> Reading<T> read(SecretId id, VaultRight right, Function<SecretId, Reading<T>> read) {
    if (!id.vault().endsWith("." + suffix)) {
      return Reading.unread(VaultFailures.notOfThisCloud(id, suffix));
    }
    try {
      return read.apply(id);
    } catch (RuntimeException failed) {
      return Reading.unread(VaultFailures.of(id, failed, right));
    }
  }

  private Reading<VaultCertificate> readCertificate(SecretId id) {
    CertificateClient client = certificates.computeIfAbsent(id.vault(), access::certificates);
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
    try (SecretLift.Lifted secret = new SecretLift.Lifted()) {
      secrets
          .computeIfAbsent(id.vault(), access::secrets)
          .getSecretWithResponse(id.name(), id.version().orElse(null), secret.context());
      return SecretChain.open(secret.value())
          .map(Reading::known)
          .orElseGet(() -> Reading.unread(VaultFailures.withoutChain(id)));
    }
  }
}
