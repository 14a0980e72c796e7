package dev.lockstep.simulator.fault;

/**
 * Something that a fault can befall.
 *
 * @param subject whether it is a request, an event or a message
 * @param method HTTP method, {@code EVENT} or {@code QUEUE}
 * @param kind resource type with action, event type or queue
 * @param principal name of who asks; empty when nobody does
 * @param path path or subject; empty when there is none
 */
public record Incident(
    Effect.Subject subject, String method, String kind, String principal, String path) {
  /** A request. */
  public static Incident request(String method, String kind, String principal, String path) {
    return new Incident(Effect.Subject.REQUEST, method, kind, principal, path);
  }

  /** An event on its way to a subscription. */
  public static Incident event(String type, String subject) {
    return new Incident(Effect.Subject.EVENT, FaultRule.EVENT, type, "", subject);
  }

  /** A message that is received. */
  public static Incident message(String queue) {
    return new Incident(Effect.Subject.MESSAGE, FaultRule.QUEUE, queue, "", "");
  }
}
