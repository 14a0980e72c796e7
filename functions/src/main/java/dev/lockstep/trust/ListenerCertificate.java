package dev.lockstep.trust;

import static java.util.Objects.requireNonNull;

import dev.lockstep.model.HostName;
import dev.lockstep.model.SecretId;
import java.util.Optional;

/**
 * The certificate of a listener, as Key Vault tells of it without its private key. What was not
 * read is absent and is not judged.
 *
 * @param host the host name that the listener answers
 * @param secret the secret that the gateway reads
 * @param certificate the public certificate
 * @param contentType content type of the secret, {@code contentType} of the certificate's policy
 * @param exportable whether the private key may leave the vault
 * @param keyType as the policy has it: RSA, EC, RSA-HSM, EC-HSM
 * @param enabled whether certificate or secret is enabled
 */
public record ListenerCertificate(
    HostName host,
    SecretId secret,
    Optional<PublicCertificate> certificate,
    Optional<String> contentType,
    Optional<Boolean> exportable,
    Optional<String> keyType,
    Optional<Boolean> enabled) {
  public ListenerCertificate {
    requireNonNull(host, "host is null");
    requireNonNull(secret, "secret is null");
    requireNonNull(certificate, "certificate is null");
    requireNonNull(contentType, "contentType is null");
    requireNonNull(exportable, "exportable is null");
    requireNonNull(keyType, "keyType is null");
    requireNonNull(enabled, "enabled is null");
  }
}
