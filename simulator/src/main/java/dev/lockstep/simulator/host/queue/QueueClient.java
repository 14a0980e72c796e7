package dev.lockstep.simulator.host.queue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The calls of the Queue REST API that a trigger needs, on one queue. Messages go as they are:
 * encoding is the caller's matter. Every method throws {@link QueueServiceException}.
 */
final class QueueClient {
  private static final String VERSION = "2021-12-02";
  private static final DateTimeFormatter RFC_1123 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final HttpClient http;
  private final Clock clock;
  private final StorageConnection connection;
  private final String queue;

  QueueClient(HttpClient http, Clock clock, StorageConnection connection, String queue) {
    this.http = http;
    this.clock = clock;
    this.connection = connection;
    this.queue = queue;
  }

  String queue() {
    return queue;
  }

  /** Another queue of the same account. */
  QueueClient sibling(String other) {
    return new QueueClient(http, clock, connection, other);
  }

  /** Creates the queue unless it is there. */
  void create() {
    var unused = call("PUT", "", Map.of(), "", 201, 204);
  }

  void put(String text) {
    var unused = call("POST", "/messages", Map.of(), QueueXml.message(text), 201);
  }

  List<ReceivedMessage> receive(int count, Duration hidden) {
    HttpResponse<String> answer =
        call(
            "GET",
            "/messages",
            Map.of("numofmessages", "" + count, "visibilitytimeout", "" + hidden.toSeconds()),
            "",
            200);
    return QueueXml.messages(answer.body());
  }

  /** Hides the message for {@code hidden} from now and returns the new receipt. */
  String hide(ReceivedMessage message, Duration hidden) {
    HttpResponse<String> answer =
        call(
            "PUT",
            "/messages/" + message.id(),
            Map.of(
                "popreceipt", message.popReceipt(), "visibilitytimeout", "" + hidden.toSeconds()),
            "",
            204);
    return answer.headers().firstValue("x-ms-popreceipt").orElse(message.popReceipt());
  }

  void delete(ReceivedMessage message) {
    var unused =
        call(
            "DELETE",
            "/messages/" + message.id(),
            Map.of("popreceipt", message.popReceipt()),
            "",
            204);
  }

  private HttpResponse<String> call(
      String method, String path, Map<String, String> query, String body, int... expected) {
    String what = method + " " + queue + path;
    HttpResponse<String> answer = send(what, request(method, path, query, body));
    for (int status : expected) {
      if (answer.statusCode() == status) {
        return answer;
      }
    }
    Optional<String> code = answer.headers().firstValue("x-ms-error-code");
    throw new QueueServiceException(what, answer.statusCode(), code.orElse(""));
  }

  private HttpRequest request(String method, String path, Map<String, String> query, String body) {
    URI uri = URI.create(connection.queueEndpoint() + "/" + queue + path + queryString(query));
    Map<String, String> headers = new TreeMap<>();
    headers.put("x-ms-date", RFC_1123.format(clock.instant()));
    headers.put("x-ms-version", VERSION);
    if (!body.isEmpty()) {
      headers.put("content-type", "application/xml");
      headers.put("content-length", "" + body.getBytes(UTF_8).length);
    }
    String authorization =
        connection.auth().authorization(method, headers, uri.getRawPath(), query);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .timeout(Duration.ofSeconds(30))
            .header("authorization", authorization)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    headers.forEach(
        (name, value) -> {
          // The client writes the length itself, and refuses to be told.
          if (!name.equals("content-length")) {
            request.header(name, value);
          }
        });
    return request.build();
  }

  private HttpResponse<String> send(String what, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new QueueServiceException(what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new QueueServiceException(what, e);
    }
  }

  private static String queryString(Map<String, String> query) {
    return query.isEmpty()
        ? ""
        : new TreeMap<>(query)
            .entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8))
                .collect(Collectors.joining("&", "?", ""));
  }
}
