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

  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

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
                isCertificate(bytes)
                    ? Optional.of(bytes)
                    : decode(new String(bytes, StandardCharsets.US_ASCII)))
        .filter(CertificateText::isCertificate)
        .map(bytes -> Base64.getEncoder().encodeToString(bytes));
  }

  /** Whether two texts hold the same certificate; texts that hold none are compared as they are. */
  public static boolean same(String one, String other) {
    return canonical(one).equals(canonical(other));
  }

  /** A short name for the content, fit to be shown: 16 hex digits of its SHA-256. */
  public static String thumbprint(String text) {
    byte[] content =
        toDer(text)
            .map(der -> Base64.getDecoder().decode(der))
            .orElseGet(() -> text.getBytes(StandardCharsets.UTF_8));
    return Sha256.of(content).substring(0, 16);
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

  /** Whether the text holds a private key or a PFX, in any of the forms in which they are kept. */
  public static boolean looksPrivate(String text) {
    return mentionsKey(text)
        || decode(text)
            .filter(
                bytes ->
                    mentionsKey(new String(bytes, StandardCharsets.US_ASCII))
                        || isSequence(bytes, INTEGER))
            .isPresent();
  }

  private static boolean mentionsKey(String text) {
    return text.contains("PRIVATE KEY-----");
  }

  // A certificate is a SEQUENCE that begins with a SEQUENCE (RFC 5280, section 4.1); private keys
  // and PFX begin with an INTEGER, their version (RFC 5208, RFC 5915, RFC 7292, RFC 8017).
  private static boolean isCertificate(byte[] bytes) {
    return isSequence(bytes, SEQUENCE);
  }

  // X.690, 8.1.3 and 8.9: a SEQUENCE whose length spans all the bytes.
  private static boolean isSequence(byte[] bytes, int firstTag) {
    if (bytes.length < 4 || bytes[0] != SEQUENCE) {
      return false;
    }
    int first = bytes[1] & 0xff;
    if (first < 0x80) {
      return bytes.length == 2 + first && bytes[2] == firstTag;
    }
    int octets = first & 0x7f;
    if (octets == 0 || octets > 3 || bytes.length < 3 + octets) {
      return false;
    }
    int length = 0;
    for (int i = 0; i < octets; i++) {
      length = (length << 8) | (bytes[2 + i] & 0xff);
    }
    return bytes.length == 2 + octets + length && bytes[2 + octets] == firstTag;
  }
}
