package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.LoadedApp;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The host's HTTP server on loopback. */
public final class HttpFront implements AutoCloseable {
  /** Functions may block for long (synchronous resync), so there are more threads than cores. */
  private static final int WORKERS = 64;

  private final FunctionRoutes routes;
  private final EventGridWebhook eventGrid;
  private final AdminApi admin;
  private final GracefulShutdownHandler graceful;
  private final Undertow server;

  private HttpFront(LoadedApp app, FunctionRunner runner, HostKeys keys, int port) {
    this.routes = new FunctionRoutes(app, runner, keys);
    this.eventGrid = new EventGridWebhook(app, runner, keys);
    this.admin = new AdminApi(app, runner, keys);
    this.graceful = new GracefulShutdownHandler(this::read);
    this.server =
        Undertow.builder()
            .addHttpListener(port, "127.0.0.1", graceful)
            .setIoThreads(2)
            .setWorkerThreads(WORKERS)
            .build();
  }

  /** Starts serving; port 0 is any free one. */
  public static HttpFront start(LoadedApp app, FunctionRunner runner, HostKeys keys, int port) {
    HttpFront front = new HttpFront(app, runner, keys, port);
    front.server.start();
    return front;
  }

  /** Where it listens, without a slash at the end. */
  public URI endpoint() {
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  private void read(HttpServerExchange exchange) {
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            // Functions block, so they run on a worker thread.
            (ex, body) -> ex.dispatch(() -> handle(new Exchange(ex, body))));
  }

  private void handle(Exchange exchange) {
    exchange.answer(route(exchange));
  }

  private HttpAnswer route(Exchange exchange) {
    List<String> path =
        exchange.path().stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList();
    if (path.isEmpty()) {
      return HttpAnswer.text(200, "The local Functions host is up and running.");
    }
    if (path.equals(List.of("runtime", "webhooks", "eventgrid"))) {
      return eventGrid.handle(exchange);
    }
    return path.get(0).equals("admin") ? admin.handle(exchange) : routes.handle(exchange);
  }

  /** Refuses new requests and waits at most {@code limit} for those in work. */
  public void drain(Duration limit) {
    graceful.shutdown();
    try {
      graceful.awaitShutdown(limit.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
