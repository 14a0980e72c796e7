package dev.lockstep.trust;

import java.io.IOException;
import java.security.cert.X509CertSelector;
import java.util.List;
import java.util.Optional;

/** Name constraints (RFC 5280, section 4.2.1.10): for which names an authority may issue. */
final class NameRules {
  private static final String NAME_CONSTRAINTS = "2.5.29.30";

  private NameRules() {}

  static Optional<TrustProblem> forbidden(
      PublicCertificate authority, List<PublicCertificate> below) {
    return Optional.ofNullable(authority.x509().getExtensionValue(NAME_CONSTRAINTS))
        .flatMap(Der::read)
        .flatMap(constraints -> firstOutside(constraints, below))
        .map(
            outside ->
                new TrustProblem(
                    TrustCode.NAME_FORBIDDEN,
                    "%s may not issue for %s (name constraints)"
                        .formatted(authority.subject(), outside.names().shown()),
                    "have the certificate issued by an authority that may"));
  }

  private static Optional<PublicCertificate> firstOutside(
      Der constraints, List<PublicCertificate> below) {
    X509CertSelector allowed = new X509CertSelector();
    try {
      allowed.setNameConstraints(constraints.content());
    } catch (IOException malformed) {
      // What cannot be read cannot be kept to.
      return Optional.of(below.get(0));
    }
    return below.stream()
        .filter(certificate -> below.indexOf(certificate) == 0 || !certificate.isSelfIssued())
        .filter(certificate -> !allowed.match(certificate.x509()))
        .findFirst();
  }
}
