package dev.lockstep.model;

import java.time.Duration;
import java.util.Optional;

/**
 * Why something could not be read.
 *
 * @param kind what sort of failure
 * @param message what happened, in words
 * @param remedy what a person can do about it; may be empty text when waiting is all
 * @param retryAfter how long the service asked to wait
 */
public record ReadFailure(Kind kind, String message, String remedy, Optional<Duration> retryAfter) {
  /** The sorts of failure that callers treat differently. */
  public enum Kind {
    /** The resource does not exist (404). Never taken for "delete what was made for it". */
    NOT_FOUND,
    /** Refused for lack of a right (401, 403). */
    FORBIDDEN,
    /** Throttled (429). */
    THROTTLED,
    /** No answer, or a server error. */
    UNAVAILABLE,
    /** An answer that is not what the service documents. */
    MALFORMED
  }

  /** A failure with nothing to wait for. */
  public static ReadFailure of(Kind kind, String message, String remedy) {
    return new ReadFailure(kind, message, remedy, Optional.empty());
  }
}
