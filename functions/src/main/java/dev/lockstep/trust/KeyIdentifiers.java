package dev.lockstep.trust;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * How a certificate names its own key and that of its issuer (RFC 5280, sections 4.2.1.1 and
 * 4.2.1.2).
 *
 * @param own hex digits of the subject key identifier
 * @param issuer hex digits of the key identifier of the authority key identifier
 */
public record KeyIdentifiers(Optional<String> own, Optional<String> issuer) {
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";
  private static final int KEY_IDENTIFIER = 0x80;

  static KeyIdentifiers of(X509Certificate certificate) {
    return new KeyIdentifiers(
        value(certificate, SUBJECT_KEY).map(KeyIdentifiers::hex),
        value(certificate, AUTHORITY_KEY)
            .flatMap(value -> value.child(KEY_IDENTIFIER))
            .map(KeyIdentifiers::hex));
  }

  /**
   * Whether the holder of these identifiers can have been issued by the other. Where both name the
   * key they must agree: OpenSSL passes over an issuer whose identifier differs
   * (X509_V_ERR_AKID_SKID_MISMATCH), so a root found in spite of it might not be found by a
   * gateway.
   */
  boolean admit(KeyIdentifiers issuing) {
    return issuer.isEmpty() || issuing.own.isEmpty() || issuer.equals(issuing.own);
  }

  /** Whether both name the key of the issuer, and agree. */
  boolean agree(KeyIdentifiers issuing) {
    return issuer.isPresent() && issuer.equals(issuing.own);
  }

  private static Optional<Der> value(X509Certificate certificate, String id) {
    return Optional.ofNullable(certificate.getExtensionValue(id))
        .flatMap(Der::read)
        .flatMap(octets -> Der.read(octets.content()));
  }

  private static String hex(Der element) {
    return HexFormat.of().formatHex(element.content());
  }
}
