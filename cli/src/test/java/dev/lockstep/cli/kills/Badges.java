package dev.lockstep.cli.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Hands each instance its tokens, and remembers which are whose: so a request tells which instance
 * sent it, though all of them are the same identity.
 */
final class Badges implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER = "X-IDENTITY-HEADER";

  private final URI identity;
  private final Map<String, String> holders = new ConcurrentHashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpServer server;

  /**
   * @param identity the endpoint of the managed identity
   */
  Badges(URI identity) {
    this.identity = identity;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The identity endpoint of one instance. */
  String endpoint(String instance) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + instance;
  }

  /** Whose token that is. */
  Optional<String> holder(String authorization) {
    return Optional.ofNullable(holders.get(authorization.replace("Bearer ", "")));
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String instance = exchange.getRequestURI().getPath().substring(1);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              URI.create(identity + "?" + exchange.getRequestURI().getRawQuery()));
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(HEADER))
          .ifPresent(secret -> request.header(HEADER, secret));
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String token = JSON.readTree(answer.body()).path("access_token").asText("");
      if (!token.isEmpty()) {
        holders.put(token, instance);
      }
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
