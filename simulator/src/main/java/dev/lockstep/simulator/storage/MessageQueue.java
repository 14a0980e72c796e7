package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One queue: messages that hide while somebody works on them. Every method is one atomic step.
 * Nearly first in, first out, as the service: among visible messages the one visible for longest.
 */
public final class MessageQueue {
  /** What the service answers for a message that never expires. */
  static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private final String name;
  private final Map<String, String> metadata;
  private final Clock clock;
  private final Supplier<String> ids;
  private final QueueFaults faults;
  private final Map<String, QueueMessage> messages = new LinkedHashMap<>();

  /** Nothing expires before this. */
  private Instant firstExpiry = NEVER;

  MessageQueue(
      String name,
      Map<String, String> metadata,
      Clock clock,
      Supplier<String> ids,
      QueueFaults faults) {
    this.faults = requireNonNull(faults, "faults is null");
    this.name = requireNonNull(name, "name is null");
    this.metadata = Map.copyOf(metadata);
    this.clock = requireNonNull(clock, "clock is null");
    this.ids = requireNonNull(ids, "ids is null");
  }

  public String name() {
    return name;
  }

  public Map<String, String> metadata() {
    return metadata;
  }

  /** Adds a message that can be received after {@code hidden}; an empty life is forever. */
  public synchronized QueueMessage put(String text, Duration hidden, Optional<Duration> life) {
    Instant now = clock.instant();
    QueueMessage message =
        new QueueMessage(
            ids.get(),
            now,
            life.map(now::plus).orElse(NEVER),
            ids.get(),
            now.plus(hidden),
            0,
            text);
    messages.put(message.id(), message);
    firstExpiry = message.expires().isBefore(firstExpiry) ? message.expires() : firstExpiry;
    return message;
  }

  /** Receives up to {@code max} visible messages and hides them. */
  public synchronized List<QueueMessage> receive(int max, Duration hidden) {
    Instant now = clock.instant();
    List<QueueMessage> received =
        peek(max).stream()
            .map(
                message ->
                    message.received(ids.get(), faults.staysVisible(name) ? now : now.plus(hidden)))
            .toList();
    received.forEach(message -> messages.put(message.id(), message));
    return received;
  }

  /** Looks at up to {@code max} visible messages without hiding them. */
  public synchronized List<QueueMessage> peek(int max) {
    forgetExpired();
    Instant now = clock.instant();
    return messages.values().stream()
        .filter(message -> !message.nextVisible().isAfter(now))
        .sorted(Comparator.comparing(QueueMessage::nextVisible))
        .limit(max)
        .toList();
  }

  /** Hides a received message anew, with another text if one is given. */
  public synchronized QueueMessage update(
      String id, String receipt, Duration hidden, Optional<String> text) {
    QueueMessage old = held(id, receipt);
    QueueMessage updated =
        old.updated(ids.get(), clock.instant().plus(hidden), text.orElse(old.text()));
    messages.put(id, updated);
    return updated;
  }

  /** Deletes a received message. */
  public synchronized void delete(String id, String receipt) {
    messages.remove(held(id, receipt).id());
  }

  /** Deletes all messages. */
  public synchronized void clear() {
    messages.clear();
  }

  /** Messages in the queue, hidden ones included. */
  public synchronized int approximateCount() {
    forgetExpired();
    return messages.size();
  }

  /** All messages, hidden ones included, oldest first; for tests and checks of the world. */
  public synchronized List<QueueMessage> all() {
    forgetExpired();
    return List.copyOf(messages.values());
  }

  /** When the next message can be received, or could already; for tests and checks of the world. */
  public synchronized Optional<Instant> firstVisible() {
    Instant now = clock.instant();
    Instant first = NEVER;
    for (QueueMessage message : messages.values()) {
      if (message.expires().isAfter(now) && message.nextVisible().isBefore(first)) {
        first = message.nextVisible();
      }
    }
    return Optional.of(first).filter(NEVER::isAfter);
  }

  private QueueMessage held(String id, String receipt) {
    forgetExpired();
    QueueMessage message =
        Optional.ofNullable(messages.get(id))
            .orElseThrow(StorageError.MESSAGE_NOT_FOUND::asException);
    if (!message.popReceipt().equals(receipt)) {
      throw StorageError.POP_RECEIPT_MISMATCH.asException();
    }
    return message;
  }

  private void forgetExpired() {
    Instant now = clock.instant();
    if (now.isBefore(firstExpiry)) {
      return;
    }
    messages.values().removeIf(message -> !message.expires().isAfter(now));
  }
}
