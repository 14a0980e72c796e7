package dev.lockstep.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds for every certificate on a path. */
final class CommonRules {
  private CommonRules() {}

  static Optional<TrustProblem> ahead(PublicCertificate certificate, Instant at) {
    return certificate.validity().isAhead(at)
        ? Optional.of(
            new TrustProblem(
                TrustCode.CERTIFICATE_NOT_YET_VALID,
                "%s counts from %s only"
                    .formatted(certificate.subject(), certificate.validity().from()),
                "wait, or issue it with an earlier begin"))
        : Optional.empty();
  }

  /**
   * Keys, signatures and extensions. The signature of a self-signed certificate proves nothing, so
   * its digest may be old: verifiers take a root by its key.
   */
  static List<TrustProblem> strength(PublicCertificate certificate) {
    List<TrustProblem> found = new ArrayList<>();
    String name = certificate.subject();
    if (certificate.signature().outdated() && !certificate.isSelfSigned()) {
      found.add(
          new TrustProblem(
              TrustCode.SIGNATURE_OUTDATED,
              "%s is signed with %s".formatted(name, certificate.signature().algorithm()),
              "have it issued again with SHA-256 or better"));
    }
    if (certificate.key().isWeak()) {
      found.add(
          new TrustProblem(
              TrustCode.KEY_WEAK,
              "the key of %s is %s".formatted(name, certificate.key().shown()),
              "make a new key: RSA of 2048 bits or P-256 at least"));
    }
    if (certificate.x509().hasUnsupportedCriticalExtension()) {
      found.add(
          new TrustProblem(
              TrustCode.EXTENSION_UNKNOWN,
              "%s has a critical extension that is not known".formatted(name),
              "have it issued without that extension, or with it not critical"));
    }
    return found;
  }
}
