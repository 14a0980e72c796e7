package dev.lockstep.cli.chaos;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import dev.lockstep.simulator.arm.ArmRequest;
import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.arm.ConnectionLost;
import dev.lockstep.simulator.chaos.Life;
import dev.lockstep.simulator.chaos.Outside;
import dev.lockstep.simulator.json.Json;
import dev.lockstep.simulator.storage.Bytes;
import dev.lockstep.simulator.storage.StorageResponse;
import dev.lockstep.simulator.token.Principals;
import java.io.IOException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The HTTP client of the adapters, with the simulated world behind it instead of a socket. */
final class InProcessHttp implements HttpClient {
  /** Where ARM is. */
  static final String ARM = "https://management.azure.com";

  private static final String BLOBS = "https://127.0.0.1:10000/" + Life.ACCOUNT;
  private static final String QUEUES = "https://127.0.0.1:10001/" + Life.ACCOUNT;

  /** The storage account. */
  static final String STORAGE =
      "AccountName=%s;AccountKey=%s;BlobEndpoint=%s;QueueEndpoint=%s"
          .formatted(Life.ACCOUNT, Life.KEY, BLOBS, QUEUES);

  private final Outside outside;

  InProcessHttp(Outside outside) {
    this.outside = outside;
  }

  @Override
  public Mono<HttpResponse> send(HttpRequest request) {
    return Mono.fromCallable(() -> answer(request));
  }

  private HttpResponse answer(HttpRequest request) throws IOException {
    URL url = request.getUrl();
    byte[] body =
        Optional.ofNullable(request.getBodyAsBinaryData())
            .map(b -> b.toBytes())
            .orElse(new byte[0]);
    return url.getPort() < 0 ? arm(request, url, body) : storage(request, url, body);
  }

  private HttpResponse arm(HttpRequest request, URL url, byte[] body) throws IOException {
    ArmRequest asked =
        new ArmRequest(
            request.getHttpMethod().name(),
            ARM,
            decoded(url.getPath()),
            query(Optional.ofNullable(url.getQuery()).orElse("")),
            headers(request),
            new String(body, StandardCharsets.UTF_8),
            Principals.LOCKSTEP);
    try {
      ArmResponse answer = outside.arm().apply(asked);
      return new CannedResponse(
          request,
          answer.status(),
          answer.headers(),
          answer.body().map(Json::bytes).orElse(new byte[0]));
    } catch (ConnectionLost lost) {
      throw new IOException("connection reset", lost);
    }
  }

  private HttpResponse storage(HttpRequest request, URL url, byte[] body) {
    String query = Optional.ofNullable(url.getQuery()).orElse("");
    String method = request.getHttpMethod().name();
    StorageResponse answer =
        url.getPort() == 10000
            ? outside.storage().blob(method, url.getPath(), query, headers(request), Bytes.of(body))
            : outside
                .storage()
                .queue(method, url.getPath(), query, headers(request), Bytes.of(body));
    return new CannedResponse(request, answer.status(), answer.headers(), answer.body().toArray());
  }

  private static Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (var header : request.getHeaders()) {
      headers.put(header.getName(), header.getValue());
    }
    return headers;
  }

  /** The parameters of a query, decoded. */
  static Map<String, String> query(String text) {
    Map<String, String> query = new HashMap<>();
    for (String part : text.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        query.putIfAbsent(part.substring(0, equals), decoded(part.substring(equals + 1)));
      }
    }
    return query;
  }

  /** The text without percent-encoding. */
  static String decoded(String text) {
    return text.indexOf('%') < 0
        ? text
        : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  static HttpHeaders headers(Map<String, String> from) {
    HttpHeaders headers = new HttpHeaders();
    from.forEach((name, value) -> headers.set(HttpHeaderName.fromString(name), value));
    return headers;
  }
}
