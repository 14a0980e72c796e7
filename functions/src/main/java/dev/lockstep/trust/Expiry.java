package dev.lockstep.trust;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a certificate still counts.
 *
 * @param certificate which one
 * @param stage how pressing that is
 * @param daysLeft whole days until its end, rounded down; negative when it is over
 */
public record Expiry(PublicCertificate certificate, Stage stage, long daysLeft) {
  /** How pressing it is, from least to most. */
  public enum Stage {
    /** Nothing to do. */
    FINE,
    /** It has not begun to count. */
    AHEAD,
    /** To be renewed. */
    NEAR,
    /** To be renewed now. */
    URGENT,
    /** Over. */
    EXPIRED
  }

  /** How long the certificate counts from that instant. */
  public static Expiry of(PublicCertificate certificate, ExpiryThresholds thresholds, Instant at) {
    Duration left = Duration.between(at, certificate.validity().to());
    return new Expiry(
        certificate,
        stage(certificate, left, thresholds, at),
        Math.floorDiv(left.toSeconds(), Duration.ofDays(1).toSeconds()));
  }

  private static Stage stage(
      PublicCertificate certificate, Duration left, ExpiryThresholds thresholds, Instant at) {
    if (certificate.validity().isOver(at)) {
      return Stage.EXPIRED;
    }
    if (left.compareTo(thresholds.urgent()) <= 0) {
      return Stage.URGENT;
    }
    if (left.compareTo(thresholds.near()) <= 0) {
      return Stage.NEAR;
    }
    return certificate.validity().isAhead(at) ? Stage.AHEAD : Stage.FINE;
  }

  /** Whether it is worth a finding. */
  public boolean isFinding() {
    return stage != Stage.FINE;
  }
}
