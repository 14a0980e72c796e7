package dev.lockstep.model;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public certificate as people and Azure write it. The gateway returns exactly the base64 that
 * was uploaded, which may be of DER or of PEM text, so certificates are compared by their DER bytes
 * and never as text.
 */
public final class CertificateText {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

  private CertificateText() {}

  /**
   * The DER bytes in base64 without line breaks, from PEM, base64 of DER or base64 of PEM.
   *
   * @return empty when the text is none of these, or holds more than one certificate
   */
  public static Optional<String> toDer(String text) {
    return decode(text)
        .flatMap(
            bytes ->
                isSequence(bytes)
                    ? Optional.of(bytes)
                    : decode(new String(bytes, StandardCharsets.US_ASCII)))
        .filter(CertificateText::isSequence)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }

  /** Whether two texts hold the same certificate; texts that hold none are compared as they are. */
  public static boolean same(String one, String other) {
    return canonical(one).equals(canonical(other));
  }

  /** A short name for the content, fit to be shown: {@code sha256:} and 16 hex digits. */
  public static String thumbprint(String text) {
    byte[] content =
        toDer(text)
            .map(der -> Base64.getDecoder().decode(der))
            .orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    return "sha256:" + Sha256.of(content).substring(0, 16);
  }

  private static String canonical(String text) {
    return toDer(text).orElseGet(() -> text.replaceAll("\\s", ""));
  }

  private static Optional<byte[]> decode(String text) {
    Matcher pem = PEM.matcher(text);
    String body = text;
    if (pem.find()) {
      body = pem.group(1);
      if (pem.find()) {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(Base64.getDecoder().decode(body.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  // X.690, 8.1.3 and 8.9: a certificate is one SEQUENCE (0x30) whose length spans all the bytes.
  private static boolean isSequence(byte[] bytes) {
    if (bytes.length < 4 || bytes[0] != 0x30) {
      return false;
    }
    int first = bytes[1] & 0xff;
    if (first < 0x80) {
      return bytes.length == 2 + first;
    }
    int octets = first & 0x7f;
    if (octets == 0 || octets > 3 || bytes.length < 2 + octets) {
      return false;
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = (length << 8) | (bytes[2 + i] & 0xff);
    }
    return bytes.length == 2 + octets + length;
  }
}
