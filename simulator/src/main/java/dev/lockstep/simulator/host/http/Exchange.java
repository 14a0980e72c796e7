package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.RawRequest;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request that was read whole, and the way to answer it. */
final class Exchange {
  private final HttpServerExchange exchange;
  private final String body;
  private final RawRequest request;

  private Exchange(HttpServerExchange exchange, byte[] body, URI uri) {
    this.exchange = exchange;
    this.body = new String(body, StandardCharsets.UTF_8);
    this.request =
        new RawRequest(
            exchange.getRequestMethod().toString(), uri, headers(exchange), parameters(exchange));
  }

  /** The request, unless its address cannot be decoded. */
  static Optional<Exchange> of(HttpServerExchange exchange, byte[] body) {
    String query = exchange.getQueryString().isEmpty() ? "" : "?" + exchange.getQueryString();
    try {
      URI uri = new URI(escaped(exchange.getRequestURL() + query));
      return Optional.of(new Exchange(exchange, body, uri));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Servers take characters in addresses that a URI does not, such as braces; so do we. */
  private static String escaped(String address) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
      boolean legal = b > ' ' && b < 127 && "\"<>\\^`{|}".indexOf(b) < 0;
      escaped.append(legal ? "" + (char) b : "%%%02X".formatted(b & 0xFF));
    }
    return escaped.toString();
  }

  private static Map<String, String> headers(HttpServerExchange exchange) {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            header ->
                headers.put(
                    header.getHeaderName().toString().toLowerCase(Locale.ROOT),
                    String.join(",", header)));
    return headers;
  }

  private static Map<String, String> parameters(HttpServerExchange exchange) {
    Map<String, String> parameters = new HashMap<>();
    exchange
        .getQueryParameters()
        .forEach((name, values) -> parameters.put(name, String.join(",", values)));
    return parameters;
  }

  String method() {
    return request.method();
  }

  String body() {
    return body;
  }

  RawRequest request() {
    return request;
  }

  /** The decoded segments of the path; a slash at the end makes no segment. */
  List<String> path() {
    return Arrays.stream(request.uri().getRawPath().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(request.headers().get(lowerCaseName));
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(request.query().get(name));
  }

  /** The key the caller presents: header first, then query. */
  Optional<String> key() {
    return header("x-functions-key").or(() -> query("code"));
  }

  void answer(HttpAnswer answer) {
    exchange.setStatusCode(answer.status());
    answer
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    if (answer.body().hasRemaining()) {
      exchange.getResponseSender().send(answer.body());
    } else {
      exchange.endExchange();
    }
  }
}
