package dev.lockstep.simulator.host.http;

import dev.lockstep.simulator.host.app.AppException;
import dev.lockstep.simulator.host.app.FunctionRunner;
import dev.lockstep.simulator.host.app.HttpAnswer;
import dev.lockstep.simulator.host.app.LoadedApp;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
            .setServerOption(UndertowOptions.ALLOW_UNESCAPED_CHARACTERS_IN_URL, true)
            .setWorkerThreads(WORKERS)
            .build();
  }

  /** Starts serving; port 0 is any free one. */
  public static HttpFront start(LoadedApp app, FunctionRunner runner, HostKeys keys, int port) {
    HttpFront front = new HttpFront(app, runner, keys, port);
    try {
      front.server.start();
    } catch (RuntimeException e) {
      throw new AppException("cannot listen on port " + port + "; choose another with --port", e);
    }
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
            (ex, body) -> ex.dispatch(() -> handle(ex, body)));
  }

  private void handle(HttpServerExchange undertow, byte[] body) {
    Optional<Exchange> exchange = Exchange.of(undertow, body);
    if (exchange.isPresent()) {
      exchange.get().answer(route(exchange.get()));
    } else {
      undertow.setStatusCode(400).endExchange();
    }
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
