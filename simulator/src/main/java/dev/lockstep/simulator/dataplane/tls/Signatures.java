package dev.lockstep.simulator.dataplane.tls;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Who signed whom. */
final class Signatures {
  private Signatures() {}

  /** Whether one certificate is named as issuer of another and its key made the signature. */
  static boolean signed(X509Certificate issuer, X509Certificate subject) {
    if (!issuer.getSubjectX500Principal().equals(subject.getIssuerX500Principal())) {
      return false;
    }
    try {
      subject.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException otherKey) {
      return false;
    }
  }
}
