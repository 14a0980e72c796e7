package dev.lockstep.reconcile.state;

import dev.lockstep.plan.PlanHash;
import java.time.Instant;
import java.util.Optional;

/** A gateway change that is, or may be, on its way (design 5.3). */
public sealed interface InFlight {
  /** The plan that it carries out. */
  PlanHash plan();

  /** Names the change of the gateway document, whatever else the plan held. */
  String fingerprint();

  /** Entity tag of the document that was planned on. */
  Optional<String> etagBefore();

  /** When the intent was recorded, by the storage service's clock. */
  Instant at();

  /** Recorded before the PUT: perhaps sent, perhaps not. */
  record Intent(PlanHash plan, String fingerprint, Optional<String> etagBefore, Instant at)
      implements InFlight {
    /** The accepted operation that this intent became. */
    public Operation accepted(Optional<String> url, Instant nextLook) {
      return new Operation(plan, fingerprint, etagBefore, at, url, nextLook, 0);
    }
  }

  /**
   * Recorded after the PUT: accepted.
   *
   * @param url where the service tells of the operation; empty when it gave none
   * @param nextLook when to look at the gateway next
   * @param looks how often it has been looked at
   */
  record Operation(
      PlanHash plan,
      String fingerprint,
      Optional<String> etagBefore,
      Instant at,
      Optional<String> url,
      Instant nextLook,
      int looks)
      implements InFlight {
    /** The same after one more look that found it unfinished. */
    public Operation lookedAt(Instant next) {
      return new Operation(plan, fingerprint, etagBefore, at, url, next, looks + 1);
    }
  }
}
