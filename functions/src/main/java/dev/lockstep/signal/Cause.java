package dev.lockstep.signal;

import java.util.Optional;

/**
 * Why a target is looked at. For the journal only: no decision on what to write depends on it. An
 * alert asks for backend health to be read, and a write of somebody else is compared with ours.
 *
 * @param kind the sort of trigger
 * @param detail what it was about, in words: a resource, an alert rule, a person's request
 * @param actor who caused it, as far as the event tells: application or object id
 * @param eventId id of the event, for tracing
 * @param write the write of the gateway that the event tells of
 */
public record Cause(
    Kind kind,
    String detail,
    Optional<String> actor,
    Optional<String> eventId,
    Optional<GatewayWrite> write) {
  private static final int MAX_DETAIL = 600;
  private static final int MAX_ID = 200;

  /** Texts from outside are cut: a message holds 64 KiB (Microsoft Learn, "Put Message"). */
  public Cause {
    detail = PlainText.of(detail, MAX_DETAIL);
    actor = actor.map(text -> PlainText.of(text, MAX_ID));
    eventId = eventId.map(text -> PlainText.of(text, MAX_ID));
  }

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

  /** A cause that tells of no write of a gateway. */
  public Cause(Kind kind, String detail, Optional<String> actor, Optional<String> eventId) {
    this(kind, detail, actor, eventId, Optional.empty());
  }

  /** The same, telling of a write of the gateway. */
  public Cause with(GatewayWrite told) {
    return new Cause(kind, detail, actor, eventId, Optional.of(told));
  }

  /** A cause that no event carried. */
  public static Cause of(Kind kind, String detail) {
    return new Cause(kind, detail, Optional.empty(), Optional.empty());
  }
}
