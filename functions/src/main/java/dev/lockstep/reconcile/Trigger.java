package dev.lockstep.reconcile;

import dev.lockstep.plan.PlanHash;
import dev.lockstep.signal.Cause;
import dev.lockstep.signal.Message;
import java.util.Optional;
import java.util.Set;

/**
 * What started a run.
 *
 * @param name a cause kind, {@code wake}, {@code apply} or {@code retry}
 * @param cause the signal's cause; empty for a wake
 * @param reviewed the plan that a person wants carried out, exactly that; empty otherwise
 * @param who the person: the name of a key, or an object id; empty text when nobody
 * @param order what the person wants besides a plan
 */
record Trigger(
    String name,
    Optional<Cause> cause,
    Optional<PlanHash> reviewed,
    String who,
    Optional<Order> order) {
  /** Events that may come before their effect. A timer or a person brings no such doubt. */
  private static final Set<Cause.Kind> EVENTS =
      Set.of(
          Cause.Kind.SERVICE_CHANGED,
          Cause.Kind.GATEWAY_CHANGED,
          Cause.Kind.RECORD_CHANGED,
          Cause.Kind.CERTIFICATE_CHANGED);

  static Trigger of(Message message) {
    return message instanceof Message.Signal signal
        ? new Trigger(
            signal.cause().kind().name(),
            Optional.of(signal.cause()),
            Optional.empty(),
            "",
            Optional.empty())
        : new Trigger("wake", Optional.empty(), Optional.empty(), "", Optional.empty());
  }

  static Trigger apply(PlanHash reviewed, String who) {
    return new Trigger("apply", Optional.empty(), Optional.of(reviewed), who, Optional.empty());
  }

  /** A person wants what was refused to be tried once more. */
  static Trigger retry(String who) {
    return new Trigger("retry", Optional.empty(), Optional.empty(), who, Optional.empty());
  }

  /** A person has confirmed an order. */
  static Trigger order(Order order, PlanHash confirmed, String who) {
    return new Trigger(
        order.verb().word(), Optional.empty(), Optional.of(confirmed), who, Optional.of(order));
  }

  /** Whether it tells of a change whose effect may not be visible yet. */
  boolean isEvent() {
    return cause.filter(c -> EVENTS.contains(c.kind())).isPresent();
  }

  /** Whether it asks for backend health. */
  boolean isAlert() {
    return cause.filter(c -> c.kind() == Cause.Kind.ALERT).isPresent();
  }
}
