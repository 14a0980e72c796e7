package dev.lockstep.cli.rollover;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** SHA-256 of a certificate, in hexadecimal digits. */
final class Thumbprint {
  private Thumbprint() {}

  static String of(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("a certificate has no digest", broken);
    }
  }
}
