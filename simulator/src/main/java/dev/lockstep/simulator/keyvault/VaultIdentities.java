package dev.lockstep.simulator.keyvault;

import dev.lockstep.simulator.pki.CertificateAuthority;
import dev.lockstep.simulator.pki.Identity;
import dev.lockstep.simulator.pki.LeafRequest;
import dev.lockstep.simulator.pki.Pem;
import dev.lockstep.simulator.pki.Pki;
import dev.lockstep.simulator.pki.Validity;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The keys and chains behind vault certificates. They are made when somebody first asks for them,
 * under the public authority or under the private root that the vault names, or are what somebody
 * imported. Thread-safe.
 */
final class VaultIdentities {
  private final Pki pki;
  private final Map<String, Identity> made = new ConcurrentHashMap<>();

  VaultIdentities(Pki pki) {
    this.pki = pki;
  }

  Identity of(VaultCertificate certificate) {
    return made.computeIfAbsent(key(certificate), key -> issue(certificate, key));
  }

  void put(VaultCertificate certificate, Identity identity) {
    made.put(key(certificate), identity);
  }

  /** SHA-1 of a certificate, as Azure tells certificates apart. */
  static byte[] sha1(X509Certificate certificate) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java cannot digest a certificate", missing);
    }
  }

  private Identity issue(VaultCertificate certificate, String label) {
    String name = certificate.subject().replaceFirst("(?i)^CN=", "");
    Validity validity = new Validity(certificate.notBefore(), certificate.expires());
    return signer(certificate.root()).issue(LeafRequest.of(name, validity), label);
  }

  private CertificateAuthority signer(Optional<String> root) {
    if (root.isEmpty()) {
      return pki.publicAuthority();
    }
    // A root from outside cannot sign here, for the world lacks its key: an authority of this world
    // takes its place, and whoever trusts the one from outside sees that it does not match.
    return Pem.ofBase64(root.get())
        .flatMap(pki::below)
        .orElseGet(() -> pki.privateAuthority("Unknown " + root.get().hashCode()));
  }

  private static String key(VaultCertificate certificate) {
    return certificate.vault() + "/" + certificate.name() + "/" + certificate.version();
  }
}
