package dev.lockstep.simulator.http;

import dev.lockstep.simulator.arm.ArmResponse;
import dev.lockstep.simulator.json.Json;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.xnio.IoUtils;

/** Reads requests from Undertow and writes answers to it. */
final class Exchanges {
  private Exchanges() {}

  static String body(HttpServerExchange exchange) throws IOException {
    return new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static Map<String, String> query(HttpServerExchange exchange) {
    Map<String, String> query = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
    return query;
  }

  static Map<String, String> headers(HttpServerExchange exchange) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    exchange
        .getRequestHeaders()
        .forEach(header -> headers.put(header.getHeaderName().toString(), header.getFirst()));
    return headers;
  }

  static Map<String, String> form(String body) {
    Map<String, String> form = new TreeMap<>();
    for (String pair : body.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      if (parts.length == 2) {
        form.put(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return form;
  }

  /** Sends headers and body in one go: a body sent after its headers costs a client tens of ms. */
  static void send(HttpServerExchange exchange, ArmResponse response) {
    exchange.setStatusCode(response.status());
    response
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    byte[] bytes = response.body().map(Json::bytes).orElse(new byte[0]);
    if (response.body().isPresent()) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json; charset=utf-8");
    }
    exchange.setResponseContentLength(bytes.length);
    exchange.getResponseSender().send(ByteBuffer.wrap(bytes));
  }

  /** Cuts the connection without an answer. */
  static void cut(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
  }
}
