package dev.lockstep.trust;

import java.util.List;
import java.util.Optional;

/**
 * A server certificate with what is sent along with it.
 *
 * @param leaf the server's own certificate
 * @param sent the other certificates that are sent, in any order; empty when only the leaf is
 *     known, as from a Key Vault certificate without its secret
 */
public record ServedChain(PublicCertificate leaf, Optional<List<PublicCertificate>> sent) {
  public ServedChain {
    sent = sent.map(List::copyOf);
  }

  /** What a server presents, the leaf first (RFC 8446, section 4.4.2). */
  public static ServedChain presented(List<PublicCertificate> certificates) {
    if (certificates.isEmpty()) {
      throw new IllegalArgumentException("a server presents at least one certificate");
    }
    return new ServedChain(
        certificates.get(0), Optional.of(certificates.subList(1, certificates.size())));
  }

  /** Only the leaf is known; what will be sent along with it is not. */
  public static ServedChain ofLeaf(PublicCertificate leaf) {
    return new ServedChain(leaf, Optional.empty());
  }
}
