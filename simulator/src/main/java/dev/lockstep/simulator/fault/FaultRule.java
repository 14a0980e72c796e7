package dev.lockstep.simulator.fault;

import static java.util.Objects.requireNonNull;

/**
 * One fault.
 *
 * @param method HTTP method of the requests that it is meant for, such as {@code PUT}; {@code
 *     EVENT} or {@code QUEUE} for events and messages
 * @param kind what they are about: the resource type with the name of an action or list, the event
 *     type, or the queue
 * @param principal who makes the requests, by name
 * @param path path of the requests, or subject of the events
 * @param trigger how often
 * @param effect what happens
 */
public record FaultRule(
    Glob method, Glob kind, Glob principal, Glob path, Trigger trigger, Effect effect) {
  /** What the method of a fault of events is. */
  public static final String EVENT = "EVENT";

  /** What the method of a fault of queue messages is. */
  public static final String QUEUE = "QUEUE";

  public FaultRule {
    requireNonNull(method, "method is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(principal, "principal is null");
    requireNonNull(path, "path is null");
    requireNonNull(trigger, "trigger is null");
    requireNonNull(effect, "effect is null");
  }

  /** A fault of the requests with a method on a type, whoever makes them. */
  public static FaultRule of(String method, String kind, Trigger trigger, Effect effect) {
    return new FaultRule(new Glob(method), new Glob(kind), Glob.ANY, Glob.ANY, trigger, effect);
  }

  /** The same for requests of one principal. */
  public FaultRule by(String name) {
    return new FaultRule(method, kind, new Glob(name), path, trigger, effect);
  }

  boolean isMeantFor(Incident incident) {
    return effect.subject() == incident.subject()
        && method.fits(incident.method())
        && kind.fits(incident.kind())
        && principal.fits(incident.principal())
        && path.fits(incident.path());
  }
}
