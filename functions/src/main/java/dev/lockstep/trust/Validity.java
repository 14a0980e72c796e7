package dev.lockstep.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;

/**
 * When a certificate counts; both ends belong to it (RFC 5280, section 4.1.2.5).
 *
 * @param from first instant
 * @param to last instant
 */
public record Validity(Instant from, Instant to) {
  static Validity of(X509Certificate certificate) {
    return new Validity(
        certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant());
  }

  /** Whether it has not begun. */
  public boolean isAhead(Instant at) {
    return at.isBefore(from);
  }

  /** Whether it is over. */
  public boolean isOver(Instant at) {
    return at.isAfter(to);
  }
}
