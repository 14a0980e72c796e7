package dev.lockstep.trust;

import java.util.List;

/**
 * A way that stops, because the issuer of its last certificate is not known.
 *
 * @param certificates the leaf first
 * @param namesakes certificates that bear the issuer's name, but did not sign
 */
record OpenEnd(List<PublicCertificate> certificates, int namesakes) {
  OpenEnd {
    certificates = List.copyOf(certificates);
  }

  PublicCertificate last() {
    return certificates.get(certificates.size() - 1);
  }

  TrustProblem problem() {
    PublicCertificate orphan = last();
    String key =
        orphan.keyIdentifiers().issuer().map(id -> " (key identifier " + id + ")").orElse("");
    String others =
        namesakes == 0 ? "" : "; %d known under that name did not sign it".formatted(namesakes);
    return new TrustProblem(
        TrustCode.ISSUER_UNKNOWN,
        "the issuer of %s is not known: %s%s%s"
            .formatted(orphan.subject(), orphan.issuer(), key, others),
        "add the certificate of %s, and those above it, to the trust bundle"
            .formatted(orphan.issuer()));
  }
}
