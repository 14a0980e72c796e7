package dev.lockstep.simulator.eventgrid;

import dev.lockstep.simulator.event.SimulatedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The way of one event, or one batch, to one subscription: attempts until delivered or given up.
 */
final class Delivery {
  /** Microsoft Learn: dead-lettering begins five minutes after the last attempt … */
  private static final Duration BEFORE_DEAD_LETTER = Duration.ofMinutes(5);

  /**
   * … and is given up when the storage was not there for four hours; how often it looks is ours.
   */
  private static final Duration STORAGE_PATIENCE = Duration.ofHours(4);

  private final DeliveryWorld world;
  private final EventSubscription subscription;
  private final List<SimulatedEvent> events;
  private final Instant published;
  private int attempts;

  Delivery(
      DeliveryWorld world,
      EventSubscription subscription,
      List<SimulatedEvent> events,
      Instant published) {
    this.world = world;
    this.subscription = subscription;
    this.events = List.copyOf(events);
    this.published = published;
  }

  void start(Duration delay) {
    world.timeline().after(delay, this::attempt);
  }

  /** Attempts follow each other, never two at once: each schedules the next when it has ended. */
  private void attempt() {
    if (!world.active(subscription)) {
      return;
    }
    Instant at = world.timeline().now();
    attempts++;
    WebhookAnswer answer = lost() ? WebhookAnswer.none("TimedOut") : send();
    if (answer.delivered()) {
      world.observer().delivered(subscription.name(), events, attempts);
      return;
    }
    world.observer().refused(subscription.name(), events, attempts, answer.outcome());
    Instant next = at.plus(RetryPolicy.waitAfter(attempts));
    if (!RetryPolicy.retryable(answer.status())) {
      giveUp("Undeliverable", answer, at);
    } else if (attempts >= subscription.retry().maxAttempts()) {
      giveUp("MaxDeliveryAttemptsExceeded", answer, at);
    } else if (next.isAfter(published.plus(subscription.retry().timeToLive()))) {
      giveUp("TimeToLiveExceeded", answer, at);
    } else {
      world.timeline().after(Duration.between(world.timeline().now(), next), this::attempt);
    }
  }

  private boolean lost() {
    return events.stream()
        .anyMatch(event -> world.faults().lost(event, subscription.name(), attempts));
  }

  private WebhookAnswer send() {
    return world
        .webhook()
        .send(
            new WebhookCall(
                "POST",
                subscription.endpoint(),
                EventRendering.headers(subscription, events, attempts - 1),
                EventRendering.body(subscription, events)));
  }

  private void giveUp(String reason, WebhookAnswer answer, Instant lastAttempt) {
    if (subscription.deadLetterContainer().isEmpty()) {
      world.observer().dropped(subscription.name(), events, reason);
      return;
    }
    DeadLetters.End end =
        new DeadLetters.End(reason, attempts, answer.outcome(), published, lastAttempt);
    world.timeline().after(BEFORE_DEAD_LETTER, () -> deadLetter(end));
  }

  private void deadLetter(DeadLetters.End end) {
    Instant now = world.timeline().now();
    if (world.deadLetters().write(subscription, events, end, now)) {
      world.observer().deadLettered(subscription.name(), events, end.reason());
    } else if (now.isBefore(end.lastAttempt().plus(STORAGE_PATIENCE))) {
      world.timeline().after(BEFORE_DEAD_LETTER, () -> deadLetter(end));
    } else {
      world.observer().dropped(subscription.name(), events, end.reason());
    }
  }
}
