package dev.lockstep.trust;

import java.time.Duration;

/**
 * How long before its end a certificate is worth a finding.
 *
 * @param near time before the end at which it is near
 * @param urgent time before the end at which it is urgent; not longer than near
 */
public record ExpiryThresholds(Duration near, Duration urgent) {
  /**
   * 30 days, as Key Vault's own event (Microsoft Learn, event-schema-key-vault:
   * CertificateNearExpiry); 7 days leave a working week for a renewal by hand, and that figure is
   * our own.
   */
  public static final ExpiryThresholds DEFAULT =
      new ExpiryThresholds(Duration.ofDays(30), Duration.ofDays(7));

  public ExpiryThresholds {
    if (urgent.isNegative() || near.compareTo(urgent) < 0) {
      throw new IllegalArgumentException(
          "near is %s and urgent is %s; near must be the longer one".formatted(near, urgent));
    }
  }
}
