package dev.lockstep.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * The public part of a version of a Key Vault certificate (azure-rest-api-specs, keyvault
 * certificates.json, CertificateBundle). What the vault leaves out is absent.
 *
 * @param version its version
 * @param certificate the certificate itself
 * @param contentType of its secret: {@code application/x-pkcs12} or {@code application/x-pem-file}
 * @param keyType RSA, EC, RSA-HSM, EC-HSM
 * @param exportable whether the private key may leave the vault
 * @param enabled whether it may be read
 * @param created when the version was made
 * @param expires when it is over
 */
public record VaultCertificate(
    String version,
    Certificate certificate,
    Optional<String> contentType,
    Optional<String> keyType,
    Optional<Boolean> exportable,
    Optional<Boolean> enabled,
    Optional<Instant> created,
    Optional<Instant> expires) {
  public VaultCertificate {
    requireNonNull(version, "version is null");
    requireNonNull(certificate, "certificate is null");
  }
}
