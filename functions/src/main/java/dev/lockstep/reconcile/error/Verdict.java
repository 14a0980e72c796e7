package dev.lockstep.reconcile.error;

import java.time.Duration;
import java.util.Optional;

/**
 * What an answer that is no success means for the run.
 *
 * @param kind what to do
 * @param reason what the service said, in words
 * @param remedy what a person can do; empty text when waiting is all
 * @param retryAfter how long the service asked to wait
 */
public record Verdict(Kind kind, String reason, String remedy, Optional<Duration> retryAfter) {
  /** What to do. */
  public enum Kind {
    /** Another writer was or is there: read again, plan again, never the old body. */
    CONFLICT,
    /** Too many requests: wait as told. */
    THROTTLED,
    /**
     * A right, lock or policy is in the way of any write: a person must act. Nothing was changed.
     */
    DENIED,
    /** The service will not have this document. Sending it again would not help. */
    REFUSED,
    /** It may or may not have happened: wait until nothing moves, then look. */
    UNCERTAIN,
    /** It never left: nothing has happened. */
    NOT_SENT
  }

  static Verdict of(Kind kind, String reason, String remedy) {
    return new Verdict(kind, reason, remedy, Optional.empty());
  }
}
