package dev.lockstep.trust;

import java.util.List;

/**
 * A way from a server certificate to a root. Every signature on it was verified.
 *
 * @param certificates the leaf first, the root last; one alone is both
 */
public record CertificatePath(List<PublicCertificate> certificates) {
  public CertificatePath {
    certificates = List.copyOf(certificates);
  }

  /** The self-signed end. */
  public PublicCertificate root() {
    return certificates.get(certificates.size() - 1);
  }

  /** What stands between leaf and root. */
  public List<PublicCertificate> intermediates() {
    return certificates.size() <= 2 ? List.of() : certificates.subList(1, certificates.size() - 1);
  }

  /** The subjects in order, for a message. */
  public String shown() {
    return String.join(" ← ", certificates.stream().map(PublicCertificate::subject).toList());
  }
}
