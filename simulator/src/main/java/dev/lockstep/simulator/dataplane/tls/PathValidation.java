package dev.lockstep.simulator.dataplane.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import java.util.Map;
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

  /** Whether a path leads from a certificate to a root by way of others. */
  boolean accepts(X509Certificate leaf, List<X509Certificate> others) {
    // A root that is trusted by itself needs no path.
    if (anchors.contains(leaf)) {
      return true;
    }
    if (anchors.isEmpty()) {
      return false;
    }
    try {
      X509CertSelector target = new X509CertSelector();
      target.setCertificate(leaf);
      PKIXBuilderParameters parameters = new PKIXBuilderParameters(trusted(), target);
      parameters.setRevocationEnabled(false);
      parameters.setDate(date);
      parameters.addCertStore(
          CertStore.getInstance("Collection", new CollectionCertStoreParameters(others)));
      CertPathBuilder.getInstance("PKIX").build(parameters);
      return true;
    } catch (CertPathBuilderException refused) {
      return false;
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java cannot build certificate paths", missing);
    }
  }

  /**
   * The OpenSSL number of the reason for which a path is refused.
   *
   * @param path the leaf first, up to a root or to what a root signed
   */
  int reason(List<X509Certificate> path) {
    try {
      PKIXParameters parameters = new PKIXParameters(trusted());
      parameters.setRevocationEnabled(false);
      parameters.setDate(date);
      List<X509Certificate> below = path.stream().filter(one -> !anchors.contains(one)).toList();
      CertPathValidator.getInstance("PKIX")
          .validate(CertificateFactory.getInstance("X.509").generateCertPath(below), parameters);
      return UNSPECIFIED;
    } catch (CertPathValidatorException refused) {
      return CODES.getOrDefault(refused.getReason(), UNSPECIFIED);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("this Java cannot validate certificate paths", missing);
    }
  }

  private Set<TrustAnchor> trusted() {
    return anchors.stream()
        .map(root -> new TrustAnchor(root.getSubjectX500Principal(), root.getPublicKey(), null))
        .collect(Collectors.toSet());
  }
}
