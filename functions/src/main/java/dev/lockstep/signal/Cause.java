package dev.lockstep.signal;

import java.util.Optional;

/**
 * Why a target is looked at. For the journal only: no decision depends on it, except that an alert
 * asks for backend health to be read.
 *
 * @param kind the sort of trigger
 * @param detail what it was about, in words: a resource, an alert rule, a person's request
 * @param actor who caused it, as far as the event tells: application or object id
 * @param eventId id of the event, for tracing
 */
public record Cause(Kind kind, String detail, Optional<String> actor, Optional<String> eventId) {
  /** The sorts of trigger. */
  public enum Kind {
    SERVICE_CHANGED,
    GATEWAY_CHANGED,
    RECORD_CHANGED,
    CERTIFICATE_CHANGED,
    ALERT,
    DRIFT_CHECK,
    RESYNC,
    DISCOVERY
  }

  /** A cause that no event carried. */
  public static Cause of(Kind kind, String detail) {
    return new Cause(kind, detail, Optional.empty(), Optional.empty());
  }
}
