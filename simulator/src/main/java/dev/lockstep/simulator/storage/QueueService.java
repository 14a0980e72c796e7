package dev.lockstep.simulator.storage;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/** The Queue service: names the operation of a request and sends it to where it is done. */
final class QueueService {
  private static final int PAGE = 5000;

  private final QueueStore store;

  QueueService(QueueStore store) {
    this.store = requireNonNull(store, "store is null");
  }

  StorageResponse handle(StorageRequest request) {
    List<String> path = request.path();
    if (path.isEmpty() && request.operation().equals("GET - list")) {
      return list(request);
    }
    if (path.size() == 1) {
      return queue(request, path.get(0));
    }
    if (path.size() == 2 && path.get(1).equals("messages")) {
      return messages(request, new MessageOperations(store.queue(path.get(0)), request));
    }
    if (path.size() == 3 && path.get(1).equals("messages")) {
      return message(request, new MessageOperations(store.queue(path.get(0)), request));
    }
    throw BlobService.notImplemented(request);
  }

  private StorageResponse list(StorageRequest request) {
    String prefix = request.query("prefix").orElse("");
    Page<MessageQueue> page = Page.of(store.queues(prefix), MessageQueue::name, request, PAGE);
    String queues =
        page.items().stream()
            .map(queue -> Xml.element("Queue", Xml.text("Name", queue.name())))
            .collect(Collectors.joining());
    return StorageResponse.xml(
        200,
        Xml.element(
            "EnumerationResults",
            Xml.text("Prefix", prefix)
                + Xml.element("Queues", queues)
                + Xml.text("NextMarker", page.next().orElse(""))));
  }

  private StorageResponse queue(StorageRequest request, String name) {
    return switch (request.operation()) {
      case "PUT - -" -> StorageResponse.of(store.create(name, request.metadata()) ? 201 : 204);
      case "GET - metadata", "HEAD - metadata" -> {
        MessageQueue queue = store.queue(name);
        yield StorageResponse.of(200)
            .withAll(BlobHeaders.metadata(queue.metadata()))
            .with("x-ms-approximate-messages-count", "" + queue.approximateCount());
      }
      case "DELETE - -" -> {
        store.delete(name);
        yield StorageResponse.of(204);
      }
      default -> throw BlobService.notImplemented(request);
    };
  }

  private static StorageResponse messages(StorageRequest request, MessageOperations messages) {
    return switch (request.method()) {
      case "POST" -> messages.put();
      case "GET" ->
          request.query("peekonly").filter("true"::equals).isPresent()
              ? messages.peek()
              : messages.receive();
      case "DELETE" -> messages.clear();
      default -> throw BlobService.notImplemented(request);
    };
  }

  private static StorageResponse message(StorageRequest request, MessageOperations messages) {
    return switch (request.method()) {
      case "PUT" -> messages.update(request.path().get(2));
      case "DELETE" -> messages.delete(request.path().get(2));
      default -> throw BlobService.notImplemented(request);
    };
  }
}
