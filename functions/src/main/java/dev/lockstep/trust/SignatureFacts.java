package dev.lockstep.trust;

import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * How a certificate was signed.
 *
 * @param algorithm name as the JDK gives it, such as {@code SHA256withRSA}
 * @param outdated whether its digest is MD5, SHA-1 or older, which no verifier of today accepts
 */
public record SignatureFacts(String algorithm, boolean outdated) {
  private static final String PSS = "RSASSA-PSS";
  private static final int SEQUENCE = 0x30;
  private static final int FIRST = 0xa0;
  private static final int OBJECT_ID = 0x06;
  // 1.3.14.3.2.26 (RFC 4055, section 2.1).
  private static final String SHA1 = "2b0e03021a";

  static SignatureFacts of(X509Certificate certificate) {
    String name = certificate.getSigAlgName();
    String upper = name.toUpperCase(Locale.ROOT);
    boolean old =
        upper.startsWith("SHA1")
            || upper.startsWith("SHA-1")
            || upper.startsWith("MD")
            || (upper.equals(PSS) && isSha1(certificate));
    return new SignatureFacts(name, old);
  }

  // RFC 4055, section 3.1: the digest of PSS stands in its parameters, and SHA-1 is the default.
  private static boolean isSha1(X509Certificate certificate) {
    return Optional.ofNullable(certificate.getSigAlgParams())
        .flatMap(Der::read)
        .flatMap(parameters -> parameters.child(FIRST))
        .flatMap(first -> first.child(SEQUENCE))
        .flatMap(digest -> digest.child(OBJECT_ID))
        .map(id -> HexFormat.of().formatHex(id.content()).equals(SHA1))
        .orElse(true);
  }
}
