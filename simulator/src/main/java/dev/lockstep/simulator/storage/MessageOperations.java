package dev.lockstep.simulator.storage;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operations on the messages of one queue. */
final class MessageOperations {
  /** Seven days: the longest visibility time-out, and the default life of a message. */
  private static final int WEEK = 604_800;

  /** 64 KiB of UTF-8: the largest message (Microsoft Learn, "Put Message"). */
  private static final int LARGEST = 64 * 1024;

  private final MessageQueue queue;
  private final StorageRequest request;

  MessageOperations(MessageQueue queue, StorageRequest request) {
    this.queue = queue;
    this.request = request;
  }

  StorageResponse put() {
    int hidden = request.number("visibilitytimeout", 0, 0, WEEK);
    int life = request.number("messagettl", WEEK, -1, Integer.MAX_VALUE);
    if (life == 0 || (life > 0 && hidden >= life)) {
      throw StorageError.OUT_OF_RANGE_QUERY.asException(
          "messagettl must be -1 or more than visibilitytimeout.");
    }
    Optional<Duration> ttl = life == -1 ? Optional.empty() : Optional.of(Duration.ofSeconds(life));
    String text = text().orElseThrow(StorageError.INVALID_XML::asException);
    QueueMessage message = queue.put(text, Duration.ofSeconds(hidden), ttl);
    return list(201, List.of(message), MessageOperations::enqueued);
  }

  StorageResponse receive() {
    int count = request.number("numofmessages", 1, 1, 32);
    int hidden = request.number("visibilitytimeout", 30, 1, WEEK);
    return list(200, queue.receive(count, Duration.ofSeconds(hidden)), MessageOperations::received);
  }

  StorageResponse peek() {
    return list(
        200, queue.peek(request.number("numofmessages", 1, 1, 32)), MessageOperations::peeked);
  }

  StorageResponse clear() {
    queue.clear();
    return StorageResponse.of(204);
  }

  StorageResponse update(String id) {
    Duration hidden = Duration.ofSeconds(request.number("visibilitytimeout", 0, 0, WEEK));
    if (request.query("visibilitytimeout").isEmpty()) {
      throw StorageError.MISSING_QUERY.asException("visibilitytimeout is required.");
    }
    Optional<String> text = request.body().isEmpty() ? Optional.empty() : text();
    QueueMessage message = queue.update(id, receipt(), hidden, text);
    return StorageResponse.of(204)
        .with("x-ms-popreceipt", message.popReceipt())
        .with("x-ms-time-next-visible", StorageResponse.date(message.nextVisible()));
  }

  StorageResponse delete(String id) {
    queue.delete(id, receipt());
    return StorageResponse.of(204);
  }

  private String receipt() {
    return request
        .query("popreceipt")
        .orElseThrow(() -> StorageError.MISSING_QUERY.asException("popreceipt is required."));
  }

  private Optional<String> text() {
    Optional<String> text = Xml.first(request.body(), "MessageText");
    if (text.filter(t -> t.getBytes(StandardCharsets.UTF_8).length > LARGEST).isPresent()) {
      throw StorageError.BODY_TOO_LARGE.asException();
    }
    return text;
  }

  private static StorageResponse list(
      int status, List<QueueMessage> messages, Function<QueueMessage, String> xml) {
    String inner =
        messages.stream()
            .map(message -> Xml.element("QueueMessage", xml.apply(message)))
            .collect(Collectors.joining());
    return StorageResponse.xml(status, Xml.element("QueueMessagesList", inner));
  }

  private static String life(QueueMessage message) {
    return Xml.text("MessageId", message.id())
        + Xml.text("InsertionTime", StorageResponse.date(message.inserted()))
        + Xml.text("ExpirationTime", StorageResponse.date(message.expires()));
  }

  private static String enqueued(QueueMessage message) {
    return life(message)
        + Xml.text("PopReceipt", message.popReceipt())
        + Xml.text("TimeNextVisible", StorageResponse.date(message.nextVisible()));
  }

  private static String received(QueueMessage message) {
    return enqueued(message)
        + Xml.text("DequeueCount", "" + message.dequeueCount())
        + Xml.text("MessageText", message.text());
  }

  private static String peeked(QueueMessage message) {
    return life(message)
        + Xml.text("DequeueCount", "" + message.dequeueCount())
        + Xml.text("MessageText", message.text());
  }
}
