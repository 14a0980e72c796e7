package dev.lockstep.reconcile;

import dev.lockstep.model.SecretId;
import dev.lockstep.model.TrustBundle;

/** Something to be asked about certificates; what several host names ask is asked once. */
sealed interface CertificateQuery {
  /** What is presented at an address to those who ask for a name. */
  record Tls(String address, String serverName) implements CertificateQuery {}

  /** The newest version in a vault. */
  record Newest(SecretId id) implements CertificateQuery {}

  /** The certificates in its secret. */
  record Chain(SecretId id) implements CertificateQuery {}

  /** A trust bundle. */
  record Bundle(TrustBundle bundle) implements CertificateQuery {}
}
