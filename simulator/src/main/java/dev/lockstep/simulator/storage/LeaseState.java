package dev.lockstep.simulator.storage;

import java.util.Locale;

/** States of a lease (Microsoft Learn, "Lease Blob"). */
public enum LeaseState {
  AVAILABLE,
  LEASED,
  EXPIRED,
  BREAKING,
  BROKEN;

  /** Whether the blob is locked for writers that do not hold the lease. */
  public boolean active() {
    return this == LEASED || this == BREAKING;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
