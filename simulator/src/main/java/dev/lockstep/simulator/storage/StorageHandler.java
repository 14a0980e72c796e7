package dev.lockstep.simulator.storage;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Puts HTTP around a storage service. */
final class StorageHandler implements HttpHandler {
  private final String account;
  private final Function<StorageRequest, StorageResponse> service;

  StorageHandler(String account, Function<StorageRequest, StorageResponse> service) {
    this.account = account;
    this.service = service;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange.getRequestReceiver().receiveFullBytes(this::answer);
  }

  private void answer(HttpServerExchange exchange, byte[] body) {
    send(exchange, respond(exchange, body));
  }

  private StorageResponse respond(HttpServerExchange exchange, byte[] body) {
    String raw = rawPath(exchange);
    List<String> segments =
        Arrays.stream(raw.substring(1).split("/", -1)).map(StorageHandler::pathSegment).toList();
    if (!segments.get(0).equals(account)) {
      return StorageResponse.of(404)
          .with("x-ms-error-code", StorageError.RESOURCE_NOT_FOUND.code());
    }
    List<String> path = segments.subList(1, segments.size());
    if (path.size() == 1 && path.get(0).isEmpty()) {
      path = List.of();
    }
    return service.apply(
        new StorageRequest(
            exchange.getRequestMethod().toString(),
            raw,
            path,
            query(exchange.getQueryString()),
            headers(exchange),
            Bytes.of(body)));
  }

  private static String rawPath(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    return exchange.isHostIncludedInRequestURI() ? URI.create(uri).getRawPath() : uri;
  }

  /** In a path a plus sign is itself, unlike in a query. */
  private static String pathSegment(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String part : raw.split("&", -1)) {
      int equals = part.indexOf('=');
      if (!part.isEmpty()) {
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        query.put(name.toLowerCase(Locale.ROOT), URLDecoder.decode(value, StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static Map<String, String> headers(HttpServerExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            header ->
                headers.put(
                    header.getHeaderName().toString().toLowerCase(Locale.ROOT),
                    String.join(",", header)));
    return headers;
  }

  private static void send(HttpServerExchange exchange, StorageResponse response) {
    exchange.setStatusCode(response.status());
    response
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (response.body().isEmpty()) {
      exchange.endExchange();
    } else {
      exchange.getResponseSender().send(response.body().buffer());
    }
  }
}
