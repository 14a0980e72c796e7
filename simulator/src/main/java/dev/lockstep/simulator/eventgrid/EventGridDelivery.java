package dev.lockstep.simulator.eventgrid;

import static java.util.Objects.requireNonNull;

import dev.lockstep.simulator.event.EventSink;
import dev.lockstep.simulator.event.SimulatedEvent;
import dev.lockstep.simulator.storage.BlobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Delivers events to subscribed webhooks: at least once, in no order, on the threads of the given
 * timeline. Thread safe.
 */
public final class EventGridDelivery implements EventSink {
  private record Standing(
      EventSubscription subscription, ProvisioningState state, List<SimulatedEvent> batch) {}

  private final DeliveryWorld world;
  private final Handshake handshake;
  private final Map<String, Standing> subscriptions = new LinkedHashMap<>();

  /**
   * A service without subscriptions.
   *
   * @param deadLetters where dead-letter containers are
   */
  public EventGridDelivery(
      Timeline timeline,
      Webhook webhook,
      BlobStore deadLetters,
      DeliveryFaults faults,
      DeliveryObserver observer) {
    this.world =
        new DeliveryWorld(
            requireNonNull(timeline, "timeline is null"),
            requireNonNull(webhook, "webhook is null"),
            new DeadLetters(requireNonNull(deadLetters, "deadLetters is null")),
            requireNonNull(faults, "faults is null"),
            requireNonNull(observer, "observer is null"),
            this::stands);
    this.handshake = new Handshake(webhook);
  }

  /**
   * Creates or replaces a subscription after a handshake with its endpoint; waits for the answer
   * (30 seconds at most). A subscription that is not {@code Succeeded} is kept, and gets no events.
   */
  public ProvisioningState subscribe(EventSubscription subscription) {
    ProvisioningState state = handshake.shake(subscription, world.timeline().now());
    put(subscription, state);
    return state;
  }

  /** Does what opening the validation URL does; false if no subscription of that name waits. */
  public synchronized boolean validate(String name) {
    Optional<EventSubscription> waiting =
        Optional.ofNullable(subscriptions.get(name))
            .filter(standing -> standing.state() == ProvisioningState.AwaitingManualAction)
            .map(Standing::subscription);
    waiting.ifPresent(subscription -> put(subscription, ProvisioningState.Succeeded));
    return waiting.isPresent();
  }

  private synchronized void put(EventSubscription subscription, ProvisioningState state) {
    subscriptions.put(subscription.name(), new Standing(subscription, state, new ArrayList<>()));
  }

  /** Ends a subscription and all its deliveries; false if there is none of that name. */
  public synchronized boolean unsubscribe(String name) {
    return subscriptions.remove(name) != null;
  }

  /** The state of a subscription. */
  public synchronized Optional<ProvisioningState> state(String name) {
    return Optional.ofNullable(subscriptions.get(name)).map(Standing::state);
  }

  /** All subscriptions in the order of their creation. */
  public synchronized List<EventSubscription> subscriptions() {
    return subscriptions.values().stream().map(Standing::subscription).toList();
  }

  private synchronized boolean stands(EventSubscription subscription) {
    return Optional.ofNullable(subscriptions.get(subscription.name()))
        .filter(standing -> standing.subscription().equals(subscription))
        .isPresent();
  }

  @Override
  public synchronized void emit(SimulatedEvent event) {
    Instant now = world.timeline().now();
    for (Standing standing : subscriptions.values()) {
      if (standing.state() == ProvisioningState.Succeeded
          && standing.subscription().filter().matches(event)) {
        send(standing, event, now);
      }
    }
  }

  private void send(Standing standing, SimulatedEvent event, Instant now) {
    EventSubscription subscription = standing.subscription();
    for (Duration delay : world.faults().copies(event, subscription.name())) {
      if (subscription.maxEventsPerBatch() == 1) {
        new Delivery(world, subscription, List.of(event), now).start(delay);
      } else {
        standing.batch().add(event);
        world.timeline().after(delay, () -> flush(standing, now));
      }
    }
  }

  /** Sends what has gathered; of several flushes the first takes all it may, others find less. */
  private void flush(Standing standing, Instant published) {
    List<SimulatedEvent> taken = take(standing);
    if (!taken.isEmpty()) {
      new Delivery(world, standing.subscription(), taken, published).start(Duration.ZERO);
    }
  }

  private synchronized List<SimulatedEvent> take(Standing standing) {
    List<SimulatedEvent> gathered = standing.batch();
    int count = Math.min(gathered.size(), standing.subscription().maxEventsPerBatch());
    List<SimulatedEvent> taken = List.copyOf(gathered.subList(0, count));
    gathered.subList(0, count).clear();
    return taken;
  }
}
