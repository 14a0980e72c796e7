package dev.lockstep.simulator.eventgrid;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Optional;

/**
 * A subscription of a webhook to the events of a topic.
 *
 * @param endpoint the webhook, query and all
 * @param maxEventsPerBatch 1 to 5000; 1 sends an array of one (Event Grid schema) or a single
 *     object
 * @param deadLetterContainer blob container for events that could not be delivered
 */
public record EventSubscription(
    String name,
    URI endpoint,
    EventSchema schema,
    EventFilter filter,
    RetryPolicy retry,
    int maxEventsPerBatch,
    Optional<String> deadLetterContainer) {

  public EventSubscription {
    requireNonNull(name, "name is null");
    requireNonNull(endpoint, "endpoint is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(filter, "filter is null");
    requireNonNull(retry, "retry is null");
    requireNonNull(deadLetterContainer, "deadLetterContainer is null");
    if (maxEventsPerBatch < 1 || maxEventsPerBatch > 5000) {
      throw new IllegalArgumentException("maxEventsPerBatch must be from 1 to 5000");
    }
  }

  /**
   * A subscription with Event Grid's defaults: no batching, 30 attempts in a day, no dead letters.
   */
  public static EventSubscription of(
      String name, URI endpoint, EventSchema schema, EventFilter filter) {
    return new EventSubscription(
        name, endpoint, schema, filter, RetryPolicy.DEFAULT, 1, Optional.empty());
  }

  /** The same subscription with dead letters. */
  public EventSubscription withDeadLetters(String container) {
    return new EventSubscription(
        name, endpoint, schema, filter, retry, maxEventsPerBatch, Optional.of(container));
  }

  /** The same subscription with another retry policy. */
  public EventSubscription withRetry(RetryPolicy policy) {
    return new EventSubscription(
        name, endpoint, schema, filter, policy, maxEventsPerBatch, deadLetterContainer);
  }

  /** The same subscription with batching. */
  public EventSubscription withBatches(int maxEvents) {
    return new EventSubscription(
        name, endpoint, schema, filter, retry, maxEvents, deadLetterContainer);
  }

  /** The endpoint's query holds a key: it is never printed. */
  @Override
  public String toString() {
    return "EventSubscription[" + name + ", " + schema.wireName() + "]";
  }
}
