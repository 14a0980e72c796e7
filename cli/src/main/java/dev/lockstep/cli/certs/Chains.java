package dev.lockstep.cli.certs;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the certificates of a file in order: that of the key first, then each issuer. */
final class Chains {
  private static final int PROBE = 32;

  private Chains() {}

  /** The chain of a key; empty when no certificate is for it. */
  static List<X509Certificate> of(PrivateKey key, List<X509Certificate> certificates) {
    List<X509Certificate> chain = new ArrayList<>();
    Optional<X509Certificate> next =
        certificates.stream().filter(one -> belongs(key, one.getPublicKey())).findFirst();
    while (next.isPresent() && !chain.contains(next.get())) {
      X509Certificate last = next.get();
      chain.add(last);
      next =
          isRoot(last)
              ? Optional.empty()
              : certificates.stream().filter(one -> issued(one, last)).findFirst();
    }
    return chain;
  }

  static boolean isRoot(X509Certificate certificate) {
    return issued(certificate, certificate);
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(issuer.getPublicKey());
      return true;
    } catch (GeneralSecurityException other) {
      return false;
    }
  }

  private static boolean belongs(PrivateKey key, PublicKey candidate) {
    if (!key.getAlgorithm().equals(candidate.getAlgorithm())) {
      return false;
    }
    byte[] probe = new byte[PROBE];
    new SecureRandom().nextBytes(probe);
    try {
      Signature signature =
          Signature.getInstance(
              key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
      signature.initSign(key);
      signature.update(probe);
      byte[] signed = signature.sign();
      signature.initVerify(candidate);
      signature.update(probe);
      return signature.verify(signed);
    } catch (GeneralSecurityException other) {
      return false;
    }
  }
}
