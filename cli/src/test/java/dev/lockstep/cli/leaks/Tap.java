package dev.lockstep.cli.leaks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * Stands before a storage account and keeps every body that was sent to it, whatever becomes of it.
 */
final class Tap implements AutoCloseable {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of(
          "connection", "host", "content-length", "transfer-encoding", "upgrade", "http2-settings");

  private final URI behind;
  private final HttpClient client;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  /** Opens one before an endpoint. */
  Tap(URI behind, SSLContext trust) throws IOException {
    this.behind = behind;
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(trust).build();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::pass);
    server.start();
  }

  /** The endpoint as its clients see it. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + behind.getRawPath();
  }

  /** All bodies and addresses that were sent so far. */
  synchronized byte[] sent() {
    return sent.toByteArray();
  }

  private synchronized void keep(URI address, byte[] body) {
    sent.writeBytes((address + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    sent.writeBytes(body);
    sent.write('\n');
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      keep(exchange.getRequestURI(), body);
      HttpResponse<byte[]> answer = answer(exchange, body);
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      boolean empty = answer.body().length == 0;
      exchange.sendResponseHeaders(answer.statusCode(), empty ? -1 : answer.body().length);
      if (!empty) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private HttpResponse<byte[]> answer(HttpExchange exchange, byte[] body) throws IOException {
    URI there = URI.create("https://" + behind.getRawAuthority() + exchange.getRequestURI());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(there)
            .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
