package dev.lockstep.simulator.storage;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts HTTP around a storage service. */
final class StorageHandler implements HttpHandler {
  /** What answers a request given as it is on the wire. */
  @FunctionalInterface
  interface Service {
    StorageResponse answer(
        String method, String rawPath, String rawQuery, Map<String, String> headers, Bytes body);
  }

  private final Service service;

  StorageHandler(Service service) {
    this.service = service;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (ex, body) ->
                send(
                    ex,
                    service.answer(
                        ex.getRequestMethod().toString(),
                        rawPath(ex),
                        ex.getQueryString(),
                        headers(ex),
                        Bytes.of(body))));
  }

  private static String rawPath(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    return exchange.isHostIncludedInRequestURI() ? URI.create(uri).getRawPath() : uri;
  }

  private static Map<String, String> headers(HttpServerExchange exchange) {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            header -> headers.put(header.getHeaderName().toString(), String.join(",", header)));
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
