package dev.lockstep.plan;

import dev.lockstep.trust.Expiry;
import java.time.Instant;

/**
 * A certificate of a host name that ends soon, or is over.
 *
 * @param where who is stale
 * @param expiry how long it still counts
 * @param message what ends when, and what happens then
 * @param remedy what to do
 */
public record ExpiryNotice(Where where, Expiry expiry, String message, String remedy) {
  /** Who has to get a newer certificate. */
  public enum Where {
    /** Nobody can have a newer one. */
    VAULT("vault"),
    /** The gateway does not present what the vault has. */
    LISTENER("listener"),
    /** The service does not present what the vault has, or takes it from no vault. */
    SERVICE("service");

    private final String wireName;

    Where(String wireName) {
      this.wireName = wireName;
    }

    /** The stable name in state and status. */
    public String wireName() {
      return wireName;
    }
  }

  /** Whether it is over. */
  public boolean isOver() {
    return expiry.stage() == Expiry.Stage.EXPIRED;
  }

  /** When it is over. */
  public Instant ends() {
    return expiry.certificate().validity().to();
  }
}
