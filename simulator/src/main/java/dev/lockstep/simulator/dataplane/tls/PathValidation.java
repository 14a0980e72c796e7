package dev.lockstep.simulator.dataplane.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * PKIX path validation by the JDK, without revocation: simulated authorities publish no lists.
 *
 * @param anchors trusted roots
 * @param date when
 */
record PathValidation(List<X509Certificate> anchors, Date date) {
  /** Reasons as OpenSSL numbers them (x509_vfy.h). */
  private static final Map<Reason, Integer> CODES =
      Map.of(
          BasicReason.INVALID_SIGNATURE, 7,
          BasicReason.NOT_YET_VALID, 9,
          BasicReason.EXPIRED, 10,
          PKIXReason.NO_TRUST_ANCHOR, 20,
          PKIXReason.NOT_CA_CERT, 24,
          PKIXReason.PATH_TOO_LONG, 25,
          PKIXReason.INVALID_KEY_USAGE, 32,
          PKIXReason.INVALID_NAME, 47,
          BasicReason.ALGORITHM_CONSTRAINED, 68);

  private static final int UNSPECIFIED = 1;

  /** The OpenSSL number of the reason for which a certificate is refused; empty when it is good. */
  Optional<Integer> refusal(X509Certificate leaf, List<X509Certificate> presented) {
    // A root that is trusted by itself needs no path.
    if (anchors.contains(leaf)) {
      return Optional.empty();
    }
    if (anchors.isEmpty()) {
      return Optional.of(CODES.get(PKIXReason.NO_TRUST_ANCHOR));
    }
    try {
      Set<TrustAnchor> trusted =
          anchors.stream()
              .map(
                  root ->
                      new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null))
              .collect(Collectors.toSet());
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(leaf);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted, target);
      parameters.setRevocationEnabled(false);
      parameters.setDate(date);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(presented)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return Optional.empty();
    } catch (CertPathBuilderException refused) {
      return Optional.of(code(refused));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java cannot validate certificate paths", missing);
    }
  }

  private static int code(Throwable refused) {
    for (Throwable at = refused; at != null; at = at.getCause()) {
      if (at instanceof CertPathValidatorException reason) {
        return CODES.getOrDefault(reason.getReason(), UNSPECIFIED);
      }
    }
    return UNSPECIFIED;
  }
}
