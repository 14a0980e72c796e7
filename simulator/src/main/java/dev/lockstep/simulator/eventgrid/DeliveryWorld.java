package dev.lockstep.simulator.eventgrid;

import java.util.function.Predicate;

/** What every delivery shares. */
record DeliveryWorld(
    Timeline timeline,
    Webhook webhook,
    DeadLetters deadLetters,
    DeliveryFaults faults,
    DeliveryObserver observer,
    Predicate<EventSubscription> subscribed) {

  /** Whether the subscription still stands as it did when the event was published. */
  boolean active(EventSubscription subscription) {
    return subscribed.test(subscription);
  }
}
