package dev.lockstep.trust;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an intermediate or a root must be to stand at its place on a path (RFC 5280, section 6). */
final class AuthorityRules {
  private AuthorityRules() {}

  static List<TrustProblem> problems(CertificatePath path, Instant at) {
    List<TrustProblem> found = new ArrayList<>();
    List<PublicCertificate> certificates = path.certificates();
    for (int i = 1; i < certificates.size(); i++) {
      PublicCertificate authority = certificates.get(i);
      found.addAll(alone(authority, at));
      further(certificates.subList(0, i), authority).ifPresent(found::add);
      NameRules.forbidden(authority, certificates.subList(0, i)).ifPresent(found::add);
    }
    return found;
  }

  /** Whether it can be an anchor at all; one that has not begun yet can, once it has. */
  static boolean canAnchor(PublicCertificate root, Instant at) {
    return root.isSelfSigned()
        && alone(root, at).stream()
            .allMatch(problem -> problem.code() == TrustCode.CERTIFICATE_NOT_YET_VALID);
  }

  private static List<TrustProblem> alone(PublicCertificate authority, Instant at) {
    List<TrustProblem> found = new ArrayList<>();
    String name = authority.subject();
    if (authority.validity().isOver(at)) {
      found.add(
          new TrustProblem(
              authority.isSelfSigned() ? TrustCode.ROOT_EXPIRED : TrustCode.AUTHORITY_EXPIRED,
              "%s expired at %s".formatted(name, authority.validity().to()),
              "get its renewed certificate from the authority, put it into the trust bundle and the"
                  + " chain of the PFX"));
    }
    CommonRules.ahead(authority, at).ifPresent(found::add);
    if (!authority.purposes().signsCertificates()) {
      found.add(
          new TrustProblem(
              TrustCode.NOT_AN_AUTHORITY,
              "%s issued a certificate, but its basic constraints (CA:TRUE) or key usage"
                      .formatted(name)
                  + " (keyCertSign) do not allow that",
              "have the certificate issued by an authority"));
    }
    // Not in RFC 5280, but OpenSSL and Windows hold a chain to the usage of its authorities.
    if (!authority.purposes().servesTls()) {
      found.add(
          new TrustProblem(
              TrustCode.USAGE_WRONG,
              "%s may not issue for TLS servers (extended key usage)".formatted(name),
              "have the certificate issued by an authority for servers"));
    }
    found.addAll(CommonRules.strength(authority));
    return found;
  }

  // Section 4.2.1.9: self-issued ones do not count, nor does the leaf.
  private static Optional<TrustProblem> further(
      List<PublicCertificate> below, PublicCertificate authority) {
    long standing =
        below.stream().skip(1).filter(certificate -> !certificate.isSelfIssued()).count();
    return authority
        .purposes()
        .further()
        .filter(most -> standing > most)
        .map(
            most ->
                new TrustProblem(
                    TrustCode.PATH_TOO_LONG,
                    "%s allows %d authorities below it, and there are %d"
                        .formatted(authority.subject(), most, standing),
                    "have the certificate issued higher up, or the authority without that limit"));
  }
}
