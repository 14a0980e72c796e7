package dev.lockstep.trust;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * What a certificate may be used for.
 *
 * @param authority whether its basic constraints say CA
 * @param further how many further authorities may stand below it; empty for any number
 * @param usage the nine bits of key usage (RFC 5280, section 4.2.1.3); empty list for all
 * @param extended object ids of the extended key usage; empty for all
 */
public record Purposes(
    boolean authority,
    Optional<Integer> further,
    List<Boolean> usage,
    Optional<List<String>> extended) {
  private static final String SERVER = "1.3.6.1.5.5.7.3.1";
  private static final String ANY = "2.5.29.37.0";
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int KEY_ENCIPHERMENT = 2;
  private static final int KEY_AGREEMENT = 4;
  private static final int CERTIFICATE_SIGNING = 5;

  public Purposes {
    usage = List.copyOf(usage);
    extended = extended.map(List::copyOf);
  }

  static Purposes of(X509Certificate certificate) throws CertificateParsingException {
    int constraint = certificate.getBasicConstraints();
    return new Purposes(
        constraint >= 0,
        constraint >= 0 && constraint < Integer.MAX_VALUE
            ? Optional.of(constraint)
            : Optional.empty(),
        bits(Optional.ofNullable(certificate.getKeyUsage())),
        Optional.ofNullable(certificate.getExtendedKeyUsage()));
  }

  /** Whether its extended usage, if any, includes servers. */
  boolean servesTls() {
    return extended.map(ids -> ids.contains(SERVER) || ids.contains(ANY)).orElse(true);
  }

  /** Whether its key may take part in a handshake, whatever its kind. */
  boolean shakesHands() {
    return allows(DIGITAL_SIGNATURE) || allows(KEY_ENCIPHERMENT) || allows(KEY_AGREEMENT);
  }

  /** Whether it is an authority that may sign certificates. */
  boolean signsCertificates() {
    return authority && allows(CERTIFICATE_SIGNING);
  }

  private boolean allows(int bit) {
    return usage.isEmpty() || usage.get(bit);
  }

  private static List<Boolean> bits(Optional<boolean[]> usage) {
    if (usage.isEmpty()) {
      return List.of();
    }
    Boolean[] bits = new Boolean[9];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = i < usage.get().length && usage.get()[i];
    }
    return List.of(bits);
  }
}
